//! Elements and parts that know nothing of this app.

pub(crate) mod badges;
pub(crate) mod basics;
pub(crate) mod console_label;
pub(crate) mod dialog;
pub(crate) mod drop_zone;
pub(crate) mod segment_bar;
pub(crate) mod state;
pub(crate) mod trend_chart;
pub(crate) mod words;
