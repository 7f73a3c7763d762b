// Reads printed pages with an independent PDF reader.
import type { Page } from "@playwright/test";
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";

/**
 * Normalises a text for comparison: a PDF may contain a radical in place of its character or another dot, and break
 * words anywhere. Spaces and middle dots are removed.
 */
export const plain = (words: string) =>
  words.normalize("NFKC").replaceAll("⻑", "長").replaceAll("⻄", "西").replaceAll("⺠", "民").replaceAll("⻭", "歯").replace(/[\s・‧]/g, "");

export type Printed = { text: string; size: [width: number, height: number] };

/** Prints a page: the plain text of each sheet, and its size in whole points. */
export async function printed(page: Page): Promise<Printed[]> {
  const data = new Uint8Array(await page.pdf({ preferCSSPageSize: true }));
  const document = await getDocument({ data, verbosity: 0 }).promise;
  const pages: Printed[] = [];
  for (let number = 1; number <= document.numPages; number++) {
    const sheet = await document.getPage(number);
    const [, , width, height] = sheet.view as [number, number, number, number];
    const { items } = await sheet.getTextContent();
    pages.push({ text: plain(items.map((item) => ("str" in item ? item.str : "")).join("")), size: [Math.round(width), Math.round(height)] });
  }
  return pages;
}

export const SIZES = { a4: [595, 842], letter: [612, 792] } as const;
