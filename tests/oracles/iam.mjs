// Another evaluator of IAM policies. Reads lines of JSON {"policies": [document], "action", "resource", "context":
// {key: text or list of texts}}; for each prints {"allowed": true | false} or {"error": text}.
import { createInterface } from "node:readline";
import { runUnsafeSimulation } from "@cloud-copilot/iam-simulate";

const ACCOUNT = "123456789012";

const answer = ({ policies, action, resource, context }) => {
  const request = {
    principal: `arn:aws:iam::${ACCOUNT}:user/somebody`,
    action,
    resource: { resource, accountId: ACCOUNT },
    contextVariables: context,
  };
  const identityPolicies = policies.map((policy, index) => ({ name: `policy-${index}`, policy }));
  // "Unsafe" means that it does not reject unknown actions.
  const result = runUnsafeSimulation(
    { request, identityPolicies, serviceControlPolicies: [], resourceControlPolicies: [] },
    {},
  );
  return { allowed: result === "Allowed" };
};

for await (const line of createInterface({ input: process.stdin })) {
  let answered;
  try {
    answered = answer(JSON.parse(line));
  } catch (error) {
    answered = { error: String(error) };
  }
  process.stdout.write(JSON.stringify(answered) + "\n");
}
