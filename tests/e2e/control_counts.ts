// The number of controls by tests/facts.json, so that a new control changes no test.
import { readFileSync } from "node:fs";

type Fact = { id: string; mandatory: boolean };
const FACTS: Fact[] = JSON.parse(readFileSync(new URL("../facts.json", import.meta.url), "utf8"));

export const CONTROLS = FACTS.length;
export const MANDATORY = FACTS.filter((fact) => fact.mandatory).length;
