//! Tests that need a browser: storage, elements bound to signals, field values.
#![cfg(all(target_arch = "wasm32", feature = "app"))]

use guard_navi::browser::effects::text_memo;
use guard_navi::browser::element::{el, set_value, value};
use guard_navi::browser::{dom, random_id, storage};
use leptos::prelude::*;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

#[wasm_bindgen_test]
fn storage_keeps_removes_and_lists() {
    storage::write("guard-navi.test.a", "1").unwrap();
    storage::write("guard-navi.test.b", "日本語").unwrap();
    assert_eq!(storage::read("guard-navi.test.b").unwrap().as_deref(), Some("日本語"));
    assert_eq!(storage::keys("guard-navi.test.").len(), 2);
    storage::remove("guard-navi.test.a").unwrap();
    storage::remove("guard-navi.test.b").unwrap();
    assert_eq!(storage::read("guard-navi.test.a").unwrap(), None);
}

#[wasm_bindgen_test]
fn a_full_storage_is_said_and_what_was_there_stays() {
    storage::write("guard-navi.test.full", "kept").unwrap();
    let huge = "x".repeat(20 * 1024 * 1024);
    assert_eq!(storage::write("guard-navi.test.full", &huge), Err(storage::StorageError::Full));
    assert_eq!(storage::read("guard-navi.test.full").unwrap().as_deref(), Some("kept"));
    storage::remove("guard-navi.test.full").unwrap();
}

#[wasm_bindgen_test]
fn text_is_text_and_never_markup() {
    let element = el("p").attr("title", "\"><script>").text("<img src=x onerror=alert(1)>");
    assert_eq!(element.element().children().length(), 0);
    assert_eq!(element.element().text_content().as_deref(), Some("<img src=x onerror=alert(1)>"));
}

#[wasm_bindgen_test]
async fn what_is_live_follows_its_signal() {
    let owner = Owner::new();
    owner.set();
    start_executor();
    let count = RwSignal::new(1);
    let list = el("ul").reactive_children(move || (0..count.get()).map(|_| el("li")).collect());
    let text = el("p").reactive_text(move || count.get().to_string());
    let flag = el("p").reactive_attr("data-on", move || (count.get() > 1).then(String::new));
    assert_eq!((list.element().children().length(), flag.element().has_attribute("data-on")), (1, false));
    count.set(3);
    tick().await;
    assert_eq!(list.element().children().length(), 3);
    assert_eq!(text.element().text_content().as_deref(), Some("3"));
    assert!(flag.element().has_attribute("data-on"));
}

#[wasm_bindgen_test]
async fn what_is_drawn_again_and_again_takes_no_more_memory() {
    start_executor();
    let lasting = Owner::new();
    let (count, text) = lasting.with(|| {
        let count = RwSignal::new(1);
        (count, text_memo(move || count.get().to_string()))
    });
    let render = async || {
        for _ in 0..2_000 {
            let page = Owner::new();
            page.with(|| {
                let own = text_memo(move || text.get() + &count.get().to_string());
                let _ = el("ul").reactive_children(move || {
                    (0..5).map(|_| el("li").reactive_text(move || text.get() + &own.get())).collect()
                });
            });
            drop(page);
        }
        // Disposed effects are freed a moment later.
        tick().await;
        core::arch::wasm32::memory_size(0)
    };
    let first = render().await;
    for _ in 0..5 {
        assert_eq!(render().await, first);
    }
}

fn start_executor() {
    // Mounting anything starts the executor for effects.
    leptos::mount::mount_to_body(|| ());
}

async fn tick() {
    leptos::task::tick().await;
}

#[wasm_bindgen_test]
fn fields_hold_what_they_are_given() {
    let field = el("textarea");
    set_value(field.element(), "あ");
    assert_eq!(value(field.element()), "あ");
}

#[wasm_bindgen_test]
async fn ids_are_random_and_announcements_are_heard_after_the_next_paint() {
    assert_ne!(random_id(), random_id());
    dom::announcer().mount();
    dom::announce("heard");
    let announcer = web_sys::window().unwrap().document().unwrap().get_element_by_id("announcer").unwrap();
    assert_eq!(announcer.text_content().as_deref(), Some(""));
    for _ in 0..3 {
        frame().await;
    }
    assert_eq!(announcer.text_content().as_deref(), Some("heard"));
}

async fn frame() {
    let frame = js_sys::Promise::new(&mut |resolve, _| {
        request_animation_frame(move || {
            let _ = resolve.call0(&wasm_bindgen::JsValue::NULL);
        });
    });
    wasm_bindgen_futures::JsFuture::from(frame).await.unwrap();
}
