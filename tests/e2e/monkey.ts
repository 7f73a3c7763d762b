// Random actions on the elements that are visible at that moment. Runs in the page.

/** Texts that are entered into fields. */
export const TEXTS = ["", "佐藤", "本番 2", "<b onclick=x>", "2027-01-31", "=1+1", "🔐👩‍👩‍👧", "ap-northeast-1", "mfa", "x".repeat(300), "aws_secret_access_key = wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY"];
const KEYS = ["j", "k", "1", "2", "3", "4", "0", "u", "/", "?", "Escape", "n"];

/** Performs one action for each number, and returns their descriptions. */
export async function steps([numbers, texts, keys]: readonly [number[], string[], string[]]): Promise<string[]> {
  const isVisible = (element: Element) => element.getClientRects().length > 0 && !(element as HTMLButtonElement).disabled;
  const offered = (selector: string): HTMLElement[] => {
    const within = document.querySelector("dialog[open]") ?? document;
    return [...within.querySelectorAll<HTMLElement>(selector)].filter(isVisible);
  };
  // Accounts are added and copied only up to five: their data would look like a memory leak.
  const isOneMore = (element: Element) => document.querySelectorAll(".accounts li").length > 4 && element.matches(".accounts + .btn, .accounts .acts button:nth-last-of-type(2)");
  const KINDS: [number, string][] = [
    [0.35, "select"],
    [0.5, 'a[href^="#"]:not([target])'],
    [0.75, "button"],
    [0.88, "textarea, input:not([type=file], [type=checkbox], [type=radio])"],
    [0.95, "summary, input[type=checkbox], input[type=radio]"],
    [1, "body"],
  ];
  const dispatch = (element: Element, ...names: string[]) => names.forEach((name) => element.dispatchEvent(new Event(name, { bubbles: true })));
  const act = (number: number): string => {
    const digit = (place: number) => (number * 10 ** place) % 1;
    const selector = KINDS.find(([until]) => number < until)![1];
    // Erasing everything is confirmed only in one of five cases.
    const isTooMuch = (one: Element) => isOneMore(one) || (one.matches("dialog .danger") && digit(6) < 0.8);
    const choices = offered(selector).filter((one) => !isTooMuch(one));
    const element = choices[Math.floor(digit(2) * choices.length)] ?? document.body;
    const description = `${location.hash} ${element.tagName} ${element.id || element.className || element.textContent?.slice(0, 20)}`;
    if (element instanceof HTMLSelectElement) {
      element.selectedIndex = Math.floor(digit(4) * element.options.length);
      dispatch(element, "input", "change");
    } else if (element.matches("textarea, input:not([type=checkbox], [type=radio])")) {
      const text = texts[Math.floor(digit(4) * texts.length)]!;
      // A date field accepts only valid dates.
      (element as HTMLInputElement).value = (element as HTMLInputElement).type === "date" ? "2027-01-31" : text;
      dispatch(element, "input", "change", "blur");
    } else if (element === document.body) {
      const key = keys[Math.floor(digit(4) * keys.length)]!;
      (document.activeElement ?? document.body).dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }));
      return `${location.hash} key ${key}`;
    } else {
      element.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true }));
    }
    return description;
  };
  const done: string[] = [];
  for (const number of numbers) {
    done.push(act(number));
    await new Promise((next) => setTimeout(next, number * 12));
  }
  return done;
}

/**
 * Visits all pages in both languages, with all options of the handout and the report. A wasm memory never shrinks:
 * after this tour it has its maximum size, whatever the random actions did.
 */
export async function tour(routes: string[]) {
  const choose = (value: string) => {
    const select = document.querySelector(`main option[value=${value}]`)?.closest("select");
    if (!select) return;
    select.value = value;
    select.dispatchEvent(new Event("change", { bubbles: true }));
  };
  document.querySelector<HTMLDialogElement>("dialog[open]")?.close();
  for (const route of routes) {
    for (const lang of ["en", "ja"]) {
      location.hash = `#${route}?lang=${lang}`;
      await new Promise((next) => setTimeout(next, 150));
      if (route === "/report") choose("full");
      if (route !== "/handout") continue;
      // Faster than the handout can be rendered, too.
      for (const choice of ["both", "ja", "en", "both", "ja", "en", "both"]) {
        choose(choice);
        await new Promise((next) => setTimeout(next, 20));
      }
      document.querySelectorAll<HTMLInputElement>("[data-choice] input:not(:checked)").forEach((box) => box.click());
      await new Promise((next) => setTimeout(next, 1_000));
    }
  }
}

export const burst = (numbers: number[]) => [numbers, TEXTS, KEYS] as const;
