/** Sends something to the server as JSON, and says in words why it was not taken. */

export interface Reply {
  isDone: boolean;
  /** What the server says about it; empty where it could not be reached. */
  message: string;
  content: Record<string, unknown>;
}

export async function send(address: string, content: unknown, xsrf = "", method = "POST"): Promise<Reply> {
  try {
    const answer = await fetch(address, {
      method,
      headers: {
        "Content-Type": "application/json",
        Accept: "application/json",
        ...(xsrf && { "X-XSRFToken": xsrf }),
      },
      body: JSON.stringify(content),
    });
    const told = (await answer.json().catch(() => ({}))) as Record<string, unknown>;
    return { isDone: answer.ok, message: String(told.message ?? ""), content: told };
  } catch {
    return { isDone: false, message: "", content: {} };
  }
}
