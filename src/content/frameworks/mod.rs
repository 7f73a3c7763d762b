//! Other frameworks, one file each: which of their items each control serves. That is "the item that this control serves",
//! not "an equal test".
//!
//! To add one: `cargo xtask new framework <id>`.

mod aws_config;
mod aws_ssb;
mod cis_v3;
mod cis_v5;
mod cis_v6;
mod cis_v7;
mod framework;
mod prowler;
mod security_hub;

pub use framework::Framework;

use crate::base::i18n::Text;

/// All of them, in the order of the control page.
pub const FRAMEWORKS: &[Framework] = &[
    security_hub::FRAMEWORK,
    aws_ssb::FRAMEWORK,
    cis_v3::FRAMEWORK,
    cis_v5::FRAMEWORK,
    cis_v6::FRAMEWORK,
    cis_v7::FRAMEWORK,
    aws_config::FRAMEWORK,
    prowler::FRAMEWORK,
];

/// The Security Hub controls that a control serves.
#[must_use]
pub fn security_hub_ids(control: &str) -> &'static [&'static str] {
    security_hub::FRAMEWORK.ids(control)
}

/// The measures of AWS's account baseline, each with the controls that answer it, in the order of the catalogue.
pub fn baseline() -> impl Iterator<Item = (&'static str, Text, Vec<&'static str>)> {
    aws_ssb::MEASURES.iter().map(|(id, title)| {
        let answers = aws_ssb::FRAMEWORK.rows.iter().filter(|(_, ids)| ids.contains(id));
        (*id, *title, answers.map(|(control, _)| *control).collect())
    })
}

#[cfg(test)]
mod tests {
    use super::FRAMEWORKS;
    use crate::content::catalogue;

    #[test]
    fn rows_name_controls_once_in_the_order_of_the_catalogue() {
        for framework in FRAMEWORKS {
            let place = |id: &str| catalogue::all().iter().position(|control| control.id == id);
            let places: Vec<_> =
                framework.rows.iter().map(|(id, _)| place(id).unwrap_or_else(|| panic!("{id}"))).collect();
            assert!(places.is_sorted_by(|one, next| one < next), "{}", framework.title);
            assert!(framework.rows.iter().all(|(_, ids)| !ids.is_empty()), "{}", framework.title);
            assert!(framework.url.starts_with("https://") && !framework.title.is_empty());
        }
    }
}
