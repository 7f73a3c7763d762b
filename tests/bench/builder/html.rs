//! The page by `leptos::html`, each row erased to one type.

mod page;

use guard_navi::content::catalogue::Control;
use leptos::html::{a, button, h3, header, li, option, p, select, ul};
use leptos::prelude::*;
use page::{CHOICES, Page};

fn row(page: Page, control: &'static Control) -> AnyView {
    let options = CHOICES
        .map(|status| option().value(status.id()).child(move || status.title().get(page.locale.get())).into_any());
    li().class(move || page.is_done(control).then_some("done"))
        .child((
            h3().child(a().href(control.id).child(move || page.title(control))),
            select()
                .child(options.into_iter().collect_view())
                .prop("value", move || page.status(control))
                .on(leptos::ev::change, move |event| page.choose(control, &event_target_value(&event))),
        ))
        .into_any()
}

fn main() {
    leptos::mount::mount_to_body(|| {
        let page = Page::new();
        (
            header().child((
                button().child("日本語 / English").on(leptos::ev::click, move |_| page.switch_language()),
                p().child(move || page.count()),
            )),
            ul().child(Page::controls().iter().map(|control| row(page, control)).collect_view()),
        )
            .into_any()
    });
}
