//! The front page and the frame, drawn in the browser and kept up to date.

use crate::assessment::Profile;
use crate::base::i18n::Text;
use crate::browser::element::{El, el, svg};
use crate::content::route::Route;
use crate::start::{Draw, View};
use crate::ui::core::state::AppState;

impl Draw for El {
    fn el(tag: &'static str) -> El {
        el(tag)
    }

    fn svg(tag: &'static str) -> El {
        svg(tag)
    }

    fn attr(self, name: &str, value: &str) -> El {
        El::attr(self, name, value)
    }

    fn text(self, text: &str) -> El {
        El::text(self, text)
    }

    fn child(self, child: El) -> El {
        El::child(self, child)
    }
}

impl View for AppState {
    type El = El;

    fn words(&self, element: El, words: Text) -> El {
        let app = *self;
        element.live_text(move || words.get(app.locale.get()).to_owned())
    }

    fn named(&self, element: El, name: Text) -> El {
        let app = *self;
        element.live_attr("aria-label", move || Some(name.get(app.locale.get()).to_owned()))
    }

    /// A control's page belongs to the checklist.
    fn current(&self, link: El, place: Route) -> El {
        let app = *self;
        let is_at =
            move |here: &Route| *here == place || (place == Route::Checklist && matches!(here, Route::Control(_)));
        link.live_attr("aria-current", move || app.route.with(&is_at).then(|| "page".to_owned()))
    }

    fn text(&self, element: El, of: impl Fn(&Profile) -> String + 'static) -> El {
        let app = *self;
        element.live_text(move || app.assessment.with(|a| of(&a.current)))
    }

    fn drawn(&self, element: El, of: impl Fn(&Profile) -> Vec<El> + 'static) -> El {
        let app = *self;
        element.live(move || app.assessment.with(|a| of(&a.current)))
    }
}
