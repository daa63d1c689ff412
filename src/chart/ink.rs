//! What a stroke, a fill or a label is for, and how that becomes a class or a colour.

use plotters::style::RGBColor;

/// How colours get into a picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ink {
    /// By class: the page's styles colour it, in light, dark and print.
    Classes,
    /// Written into the picture, for files that stand alone.
    Baked,
}

/// What something drawn is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// A line of the grid.
    Grid,
    /// The zero line.
    Axis,
    /// What happened.
    Actual,
    /// The area under it.
    ActualArea,
    /// What would come.
    Ahead,
    /// The range that eight of ten futures stay in.
    FanOuter,
    /// The range that half of them stay in.
    FanInner,
    /// What may be used.
    Budget,
    /// A busy period.
    Shade,
    /// What came, beside what was forecast.
    Came,
    /// A whole month's bar.
    Bar,
    /// The bar of a month covered in part.
    BarPartial,
    /// An upright mark with a label.
    Mark,
    /// Something that lapses.
    Lapse,
    /// The gauge's empty part.
    Empty,
    /// The gauge's full part.
    Full,
    /// What the gauge needs.
    Need,
    /// A label on the axis.
    Label,
    /// A label that matters.
    Strong,
    /// The first part of a stack, the largest.
    Series1,
    /// The second.
    Series2,
    /// The third.
    Series3,
    /// The fourth.
    Series4,
    /// The fifth.
    Series5,
    /// All other parts of a stack.
    SeriesRest,
    /// Over a bar of a month covered in part: makes it lighter.
    Veil,
    /// A day without use.
    HeatNone,
    /// A day among the lowest quarter.
    Heat1,
    /// The second quarter.
    Heat2,
    /// The third.
    Heat3,
    /// The highest.
    Heat4,
}

const ALL: [(Role, &str, &str); 31] = [
    (Role::Grid, "ink-grid", "#dedbd2"),
    (Role::Axis, "ink-axis", "#85847d"),
    (Role::Actual, "ink-actual", "#0b6b74"),
    (Role::ActualArea, "ink-actual-area", "#d8ecec"),
    (Role::Ahead, "ink-ahead", "#0b6b74"),
    (Role::FanOuter, "ink-fan-outer", "#d8ecec"),
    (Role::FanInner, "ink-fan-inner", "#a9d2d5"),
    (Role::Budget, "ink-budget", "#1d2226"),
    (Role::Shade, "ink-shade", "#fbeed9"),
    (Role::Came, "ink-came", "#1d2226"),
    (Role::Bar, "ink-bar", "#0b6b74"),
    (Role::BarPartial, "ink-bar-partial", "#8fbec2"),
    (Role::Mark, "ink-mark", "#565d63"),
    (Role::Lapse, "ink-lapse", "#c77700"),
    (Role::Empty, "ink-empty", "#efede7"),
    (Role::Full, "ink-full", "#0b6b74"),
    (Role::Need, "ink-need", "#1d2226"),
    (Role::Label, "ink-label", "#565d63"),
    (Role::Strong, "ink-strong", "#1d2226"),
    (Role::Series1, "ink-series-1", "#0b6b74"),
    (Role::Series2, "ink-series-2", "#c77700"),
    (Role::Series3, "ink-series-3", "#5b5bb5"),
    (Role::Series4, "ink-series-4", "#a2447a"),
    (Role::Series5, "ink-series-5", "#5f7d1f"),
    (Role::SeriesRest, "ink-series-rest", "#85847d"),
    (Role::Veil, "ink-veil", "#ffffff80"),
    (Role::HeatNone, "ink-heat-none", "#efede7"),
    (Role::Heat1, "ink-heat-1", "#b5d6d8"),
    (Role::Heat2, "ink-heat-2", "#7fb5ba"),
    (Role::Heat3, "ink-heat-3", "#45909a"),
    (Role::Heat4, "ink-heat-4", "#0b6b74"),
];

impl Role {
    /// The role as plotters carries it: its place in the list, in the blue channel.
    pub(super) fn color(self) -> RGBColor {
        let place = ALL.iter().position(|(role, _, _)| *role == self).unwrap_or_default();
        RGBColor(0, 0, place as u8)
    }

    /// The role back from what plotters carried.
    pub(super) fn of(rgb: (u8, u8, u8)) -> Role {
        ALL.get(usize::from(rgb.2)).map_or(Role::Label, |(role, _, _)| *role)
    }

    /// Its class.
    pub fn class(self) -> &'static str {
        self.entry().1
    }

    /// Its colour in a picture that stands alone, on white.
    pub fn baked(self) -> &'static str {
        self.entry().2
    }

    fn entry(self) -> (Role, &'static str, &'static str) {
        ALL.iter().copied().find(|(role, _, _)| *role == self).unwrap_or(ALL[0])
    }
}
