//! The page by `view!` and a component; measured with and without `--cfg erase_components`.

mod page;

use guard_navi::content::catalogue::Control;
use leptos::prelude::*;
use page::{CHOICES, Page};

#[component]
fn Row(page: Page, control: &'static Control) -> impl IntoView {
    let options = CHOICES
        .map(|status| view! { <option value=status.id()>{move || status.title().get(page.locale.get())}</option> });
    view! {
        <li class=move || page.is_done(control).then_some("done")>
            <h3>
                <a href=control.id>{move || page.title(control)}</a>
            </h3>
            <select
                prop:value=move || page.status(control)
                on:change=move |event| page.choose(control, &event_target_value(&event))
            >
                {options.into_iter().collect_view()}
            </select>
        </li>
    }
}

fn main() {
    leptos::mount::mount_to_body(|| {
        let page = Page::new();
        view! {
            <header>
                <button on:click=move |_| page.switch_language()>"日本語 / English"</button>
                <p>{move || page.count()}</p>
            </header>
            <ul>
                {Page::controls().iter().map(|control| view! { <Row page=page control=control /> }).collect_view()}
            </ul>
        }
    });
}
