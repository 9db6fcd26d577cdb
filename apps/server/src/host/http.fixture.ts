import { type IncomingHttpHeaders, type OutgoingHttpHeaders, request } from "node:http";
import { request as requestOverTls } from "node:https";
import { type ServerEvent, serverEvent } from "@soundings/contract";

export interface Reply {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

interface Asking {
  readonly method?: string;
  readonly headers?: OutgoingHttpHeaders;
  readonly body?: string;
  /** Over TLS, whoever signed the certificate. */
  readonly tls?: boolean;
}

/** A request as written, with any Host and Origin: what a browser would not let a test send. */
export function ask(
  port: number,
  path: string,
  { method = "GET", headers = {}, body, tls = false }: Asking = {},
): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const to = { host: "127.0.0.1", port, path, method, headers, agent: false, rejectUnauthorized: false };
    const asking = (tls ? requestOverTls : request)(to, (response) => {
      let text = "";
      response.setEncoding("utf8");
      response.on("data", (chunk) => {
        text += chunk;
      });
      response.on("end", () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: text }),
      );
    });
    asking.on("error", reject);
    asking.end(body);
  });
}

export interface Message {
  readonly id: string;
  readonly data: ServerEvent;
}

function messageOf(frame: string): Message | null {
  const field = (name: string) => new RegExp(`^${name}: (.*)$`, "m").exec(frame)?.[1] ?? "";
  const data = field("data");
  return data === "" ? null : { id: field("id"), data: serverEvent.parse(JSON.parse(data)) };
}

/** Opens the stream and answers its messages one by one. */
export async function* stream(url: string, init: RequestInit): AsyncGenerator<Message> {
  const response = await fetch(url, init);
  if (response.body === null) throw new Error("the stream has no body");
  const decoder = new TextDecoder();
  let waiting = "";
  for await (const chunk of response.body) {
    waiting += decoder.decode(chunk, { stream: true });
    const frames = waiting.split("\n\n");
    waiting = frames.pop() ?? "";
    for (const frame of frames) {
      const message = messageOf(frame);
      if (message !== null) yield message;
    }
  }
}
