// A static host of a test's own: it can be cut off, and its files change under the feet of the page.
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
  /** The files that it was asked for, in that order. */
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

  /** One that gives out a copy of the release build, made in `folder`. */
  static async start(folder: string): Promise<Host> {
    cpSync(DIST, folder, { recursive: true, filter: (name) => !/\.(br|gz)$/.test(name) });
    const host = new Host(folder);
    await new Promise<void>((done) => host.server.listen(0, "127.0.0.1", done));
    return host;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}${FOLDER}`;
  }

  /** Nobody answers from now on. */
  async stop() {
    const closed = new Promise((done) => this.server.close(done));
    this.server.closeAllConnections();
    await closed;
  }

  /** The file whose name begins so. */
  find(start: string): string {
    return readdirSync(this.folder).find((name) => name.startsWith(start))!;
  }

  read(name: string): string {
    return readFileSync(join(this.folder, name), "utf8");
  }

  /** Changes a file, and nothing that knows of it. */
  alter(name: string, change: (text: string) => string) {
    writeFileSync(join(this.folder, name), change(this.read(name)));
  }

  remove(name: string) {
    rmSync(join(this.folder, name));
  }

  /** Publishes another version of the page: About has another text, under another name, and the old file is gone. */
  publish(text: string) {
    const [page, name] = [this.read("index.html"), this.find("about-ja-")];
    const content = this.read(name);
    this.alter(name, (content) => content.replace("このツールでできること", text));
    const changed = this.read(name);
    const renamed = name.replace(/-[0-9a-f]+\.json$/, `-${createHash("sha384").update(changed).digest("hex").slice(0, 16)}.json`);
    renameSync(join(this.folder, name), join(this.folder, renamed));
    const follow = (text: string) => text.replaceAll(name, renamed).replaceAll(integrity(content), integrity(changed));
    this.alter("index.html", follow);
    this.alter("sw.js", (list) =>
      follow(list)
        .replace(integrity(page), integrity(this.read("index.html")))
        .replace(/const VERSION = "\w+"/, `const VERSION = "${integrity(changed).slice(7, 15)}"`),
    );
  }
}
