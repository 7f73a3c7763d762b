// Validates every exported file of a format of ours against its schema in docs/schemas/, by an independent validator.
import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import type { Download } from "@playwright/test";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const ajv = new Ajv2020({ allErrors: true, allowUnionTypes: true });
(addFormats as unknown as (ajv: Ajv2020) => void)(ajv);

/** The compiled schema of a format such as `guard-navi.progress/1`. */
function validatorOf(format: string) {
  const name = format.replace("guard-navi.", "").replace("/", "-");
  const file = fileURLToPath(new URL(`../../docs/schemas/${name}.schema.json`, import.meta.url));
  return ajv.getSchema(format) ?? ajv.addSchema(JSON.parse(readFileSync(file, "utf8")), format).getSchema(format)!;
}

/** What is wrong with a downloaded file; nothing for files that are not of a format of ours. */
export async function violations(download: Download): Promise<string[]> {
  if (!download.suggestedFilename().endsWith(".json")) return [];
  const text = readFileSync(await download.path(), "utf8");
  let value: any;
  try {
    value = JSON.parse(text);
  } catch {
    // Stored data that cannot be read is exported as it is.
    return [];
  }
  if (typeof value?.schema !== "string" || !value.schema.startsWith("guard-navi.")) return [];
  const validate = validatorOf(value.schema);
  validate(value);
  return (validate.errors ?? []).map(({ instancePath, message }) => `${download.suggestedFilename()}${instancePath} ${message}`);
}
