//! Of which pool a form is: shown only where there is a choice.

use crate::session::Session;
use crate::words::findings;
use engine::desk::{Answers, Who};
use leptos::prelude::*;

/// The pools to choose from, and which is chosen; `None` is the common pool of all teams.
#[derive(Clone, Copy)]
pub struct PoolChoice {
    pools: Memo<Vec<Option<String>>>,
    chosen: RwSignal<Option<Option<String>>>,
}

impl PoolChoice {
    /// Among the pools that there are. To be called in a component.
    pub fn of_pools(session: Session) -> PoolChoice {
        PoolChoice::among(session, |answers| answers.pools.iter().map(|pool| pool.name.clone()).collect())
    }

    /// Among all teams, each of which a purchase can be for.
    pub fn of_teams(session: Session) -> PoolChoice {
        PoolChoice::among(session, |answers| {
            let team = |who: &Who| match who {
                Who::Name(name) if !name.is_empty() => Some(Some(name.clone())),
                _ => None,
            };
            let teams = answers.cost.by_team.top.iter().filter_map(|part| team(&part.who));
            let pools = answers.pools.iter().map(|pool| pool.name.clone());
            let mut all: Vec<Option<String>> = pools.chain(teams).filter(Option::is_some).collect();
            all.sort();
            all.dedup();
            all.insert(0, None);
            all
        })
    }

    fn among(session: Session, pools: fn(&Answers) -> Vec<Option<String>>) -> PoolChoice {
        let known = session.part(pools);
        PoolChoice { pools: Memo::new(move |_| known.get().unwrap_or_default()), chosen: RwSignal::new(None) }
    }

    /// The pool, the first one until another is chosen.
    pub fn get(self) -> Option<String> {
        let chosen = self.chosen.get();
        self.pools.with(|pools| match chosen {
            Some(pool) if pools.contains(&pool) => pool,
            _ => pools.first().cloned().flatten(),
        })
    }

    /// The field; nothing where there is no choice.
    pub fn field(self, id: String) -> AnyView {
        let is_choice = Memo::new(move |_| self.pools.with(|pools| pools.len() > 1));
        let choose = move |event| {
            let index: usize = event_target_value(&event).parse().unwrap_or_default();
            self.chosen.set(self.pools.with_untracked(|pools| pools.get(index).cloned()));
        };
        let options = move || {
            let (pools, chosen) = (self.pools.get(), self.get());
            let option = |(index, pool): (usize, Option<String>)| {
                let name = findings::name_of_pool(pool.as_deref());
                view! { <option value=index.to_string() selected=pool == chosen>{name}</option> }
            };
            pools.into_iter().enumerate().map(option).collect_view()
        };
        (move || {
            let id = id.clone();
            is_choice.get().then(|| {
                view! {
                    <span class="field">
                        <label for=id.clone()>{findings::OF_POOL}</label>
                        <select id=id.clone() on:change=choose>{options}</select>
                    </span>
                }
            })
        })
        .into_any()
    }
}
