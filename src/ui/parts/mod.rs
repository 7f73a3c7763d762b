//! Parts used by more than one page, or around every page.

pub(crate) mod answer_rail;
pub(crate) mod bar;
pub(crate) mod basics;
pub(crate) mod command;
pub(crate) mod controls_picker;
pub(crate) mod dialog;
pub(crate) mod drop_zone;
pub(crate) mod filters;
pub(crate) mod frame;
pub(crate) mod judging;
pub(crate) mod kept;
pub(crate) mod key_help;
pub(crate) mod labelled;
pub(crate) mod leaflet;
pub(crate) mod marks;
pub(crate) mod notices;
pub(crate) mod paste_under;
pub(crate) mod pictures;
pub(crate) mod reason_dialog;
pub(crate) mod response;
pub(crate) mod ring;
pub(crate) mod source;
pub(crate) mod status_select;
pub(crate) mod toast;
pub(crate) mod trend;
pub(crate) mod verdict;
