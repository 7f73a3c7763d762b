//! Texts of the page.

use crate::base::i18n::{Text, t};

pub(crate) const LEAD: Text = t("", "");
