//! The page by this project's element builder.

mod page;

use guard_navi::browser::element::{Element, el, value_of};
use guard_navi::content::catalogue::Control;
use page::{CHOICES, Page};

fn row(page: Page, control: &'static Control) -> Element {
    let options = CHOICES.map(|status| {
        el("option")
            .attr("value", status.id())
            .reactive_text(move || status.title().get(leptos::prelude::Get::get(&page.locale)).to_owned())
    });
    el("li")
        .reactive_attr("class", move || page.is_done(control).then(|| "done".to_owned()))
        .child(el("h3").child(el("a").attr("href", control.id).reactive_text(move || page.title(control))))
        .child(
            el("select")
                .children(options)
                .reactive_value(move || page.status(control).to_owned())
                .on("change", move |event| page.choose(control, &value_of(&event))),
        )
}

fn main() {
    leptos::mount::mount_to_body(|| {
        let page = Page::new();
        let switch = el("button").text("日本語 / English").on("click", move |_| page.switch_language());
        el("header").child(switch).child(el("p").reactive_text(move || page.count())).mount();
        el("ul").children(Page::controls().iter().map(|control| row(page, control))).mount();
    });
}
