//! Elements and components that do not depend on the app's state.

pub(crate) mod badges;
pub(crate) mod basics;
pub(crate) mod console_label;
pub(crate) mod deferred_select;
pub(crate) mod dialog;
pub(crate) mod drop_zone;
pub(crate) mod segment_bar;
pub(crate) mod state;
pub(crate) mod trend_chart;
pub(crate) mod words;
