//! Shared by all features: answers and saving, other tabs, settings, topics, notices with undo, and common components.
//!
//! **Invariant:** within `ui`, imports only the kit, never a feature.

pub(crate) mod alarm;
pub(crate) mod answer;
pub(crate) mod answer_badges;
pub(crate) mod answering;
pub(crate) mod autosaved_field;
pub(crate) mod backup;
pub(crate) mod backup_reminder;
mod clock;
pub(crate) mod command;
pub(crate) mod controls_picker;
pub(crate) mod documents;
pub(crate) mod judging;
pub(crate) mod judging_state;
pub(crate) mod local_storage;
pub(crate) mod milestones;
pub(crate) mod not_found;
pub(crate) mod notice;
pub(crate) mod other_tabs;
pub(crate) mod placeholder_values;
pub(crate) mod profiles;
pub(crate) mod reason_dialog;
pub(crate) mod remember_values;
pub(crate) mod saving;
pub(crate) mod settings;
pub(crate) mod state;
pub(crate) mod status_select;
pub(crate) mod topic_files;
pub(crate) mod topic_loading;
pub(crate) mod topic_view;
pub(crate) mod words;
