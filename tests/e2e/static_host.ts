// A static host for one test: it can be stopped, and its files can change while the page is open.
import { createHash } from "node:crypto";
import { cpSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const DIST = fileURLToPath(new URL("../../dist/", import.meta.url));
const FOLDER = "/some/folder/";
const TYPES: Record<string, string> = {
  css: "text/css",
  html: "text/html; charset=utf-8",
  js: "text/javascript",
  json: "application/json",
  png: "image/png",
  svg: "image/svg+xml",
  wasm: "application/wasm",
  webmanifest: "application/manifest+json",
};

const integrity = (content: string | Buffer) => `sha384-${createHash("sha384").update(content).digest("base64")}`;

export class Host {
  /** The requested files, in order. */
  readonly asked: string[] = [];
  private readonly server: Server;

  private constructor(readonly folder: string) {
    this.server = createServer(({ url }, response) => {
      const name = url!.slice(FOLDER.length).split("?")[0] || "index.html";
      this.asked.push(name);
      try {
        const content = readFileSync(join(this.folder, name));
        response.writeHead(200, { "Content-Type": TYPES[name.split(".").pop()!] ?? "application/octet-stream" }).end(content);
      } catch {
        response.writeHead(404).end();
      }
    });
  }

  /** Starts a host that serves a copy of the release build, made in `folder`. */
  static async start(folder: string): Promise<Host> {
    cpSync(DIST, folder, { recursive: true, filter: (name) => !/\.(br|gz)$/.test(name) });
    const host = new Host(folder);
    await new Promise<void>((done) => host.server.listen(0, "127.0.0.1", done));
    return host;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}${FOLDER}`;
  }

  /** Stops the host: further requests fail. */
  async stop() {
    const closed = new Promise((done) => this.server.close(done));
    this.server.closeAllConnections();
    await closed;
  }

  /** The name of the file that begins with `start`. */
  find(start: string): string {
    return readdirSync(this.folder).find((name) => name.startsWith(start))!;
  }

  read(name: string): string {
    return readFileSync(join(this.folder, name), "utf8");
  }

  /** Changes a file, but not the hashes that other files contain of it. */
  alter(name: string, change: (text: string) => string) {
    writeFileSync(join(this.folder, name), change(this.read(name)));
  }

  remove(name: string) {
    rmSync(join(this.folder, name));
  }

  /** Publishes another version: the text of About changes, and its file is replaced by one with another name. */
  publish(text: string) {
    const [page, name] = [this.read("index.html"), this.find("about-ja-")];
    const content = this.read(name);
    this.alter(name, (content) => content.replace("このツールでできること", text));
    const changed = this.read(name);
    const renamed = name.replace(/-[0-9a-f]+\.json$/, `-${createHash("sha384").update(changed).digest("hex").slice(0, 16)}.json`);
    renameSync(join(this.folder, name), join(this.folder, renamed));
    const updateReferences = (text: string) => text.replaceAll(name, renamed).replaceAll(integrity(content), integrity(changed));
    this.alter("index.html", updateReferences);
    this.alter("sw.js", (list) =>
      updateReferences(list)
        .replace(integrity(page), integrity(this.read("index.html")))
        .replace(/const VERSION = "\w+"/, `const VERSION = "${integrity(changed).slice(7, 15)}"`),
    );
  }
}
