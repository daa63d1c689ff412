//! The built-in example fits the arithmetic of the article.

use engine::example;

#[test]
fn the_example_is_the_article_s_firm() {
    let csv = example::csv();
    let rows: Vec<Vec<&str>> = csv.lines().skip(1).map(|line| line.split(',').collect()).collect();
    let tokens = |keep: &dyn Fn(&[&str]) -> bool| -> i64 {
        rows.iter().filter(|row| keep(row)).map(|row| row[8].parse::<i64>().expect("whole tokens")).sum()
    };
    assert_eq!(tokens(&|_| true), 40_250);
    assert_eq!(tokens(&|row| row[5] != "AutoCAD"), 20_790);
    let mut days: std::collections::BTreeMap<&str, usize> = Default::default();
    for row in rows.iter().filter(|row| row[5] == "AutoCAD") {
        *days.entry(row[3]).or_default() += 1;
    }
    let heavy: Vec<_> = days.iter().filter(|(_, days)| **days == 230).map(|(email, _)| *email).collect();
    assert_eq!((days.len(), heavy.len()), (20, 10));
    assert!(days.values().all(|days| *days == 230 || *days == 48));
    // The heavy ten use AutoCAD alone.
    assert_eq!(tokens(&|row| heavy.contains(&row[3])), 16_100);
    assert_eq!(rows[0][0], example::FIRST_DAY.to_string());
    assert_eq!(rows[rows.len() - 1][0], example::LAST_DAY.to_string());
    assert_eq!(example::FIRST_DAY.days_until(example::LAST_DAY) + 1, 365);
}
