/** Joins a quiz's model and the book: kept answers come back, new ones are kept. The quiz knows nothing of storage. */
import type { Model } from "../model";
import { scoreOf } from "../quiz";
import { questionsFromWire } from "../wire";
import { soundRecord, withAnswer } from "./given";
import type { Keep } from "./keep/keep";

type Records = Record<string, Record<string, unknown>>;

/**
 * Keep this quiz's answers in the book and take them from there, now and whenever either changes. An answer belongs to a
 * question by its key, the hash of its content, and never by its id: an edited question starts afresh.
 */
export function joinAnswers(model: Model, keep: Keep, page: string, now = () => new Date()): () => void {
  const questions = questionsFromWire(model.get("questions"));
  /** The record of each question that book and model both have, as text. */
  const known = new Map<string, string>();

  const takeFromBook = () => {
    const kept = keep.book().answers;
    const records: Records = {};
    let isNews = false;
    for (const { id, key } of questions) {
      const record = soundRecord(kept[key]?.given);
      const text = JSON.stringify(record);
      isNews ||= known.get(key) !== text;
      known.set(key, text);
      if (record) records[id] = record;
    }
    if (!isNews) return;
    model.set("answers", records);
    model.set("score", scoreOf(questions, records));
  };

  const putInBook = () => {
    const records = (model.get("answers") ?? {}) as Records;
    for (const { id, key } of questions) {
      const record = soundRecord(records[id]);
      const text = JSON.stringify(record);
      if (known.get(key) === text) continue;
      known.set(key, text);
      keep.change(withAnswer(key, { page, question: id, given: record, at: now().toISOString() }));
    }
  };

  takeFromBook();
  model.on("change:answers", putInBook);
  const stop = keep.watch(takeFromBook);
  return () => {
    model.off("change:answers", putInBook);
    stop();
  };
}
