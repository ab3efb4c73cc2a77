"""A browser's speech engine, which headless Chromium lacks: it says a sentence until it is told to end it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Page

OWN = {"name": "Ada", "lang": "en-GB", "localService": True, "default": True}
OTHER = {"name": "Ben", "lang": "en_US", "localService": True, "default": False}
REMOTE = {"name": "Cloud", "lang": "en-GB", "localService": False, "default": False}
FOREIGN = {"name": "Dora", "lang": "de-DE", "localService": True, "default": False}

ENGINE = """
voices => {
  class Engine extends EventTarget {
    said = [];
    current = null;
    voices = voices;
    get speaking() { return this.current !== null; }
    getVoices() { return this.voices; }
    speak(utterance) {
      if (!utterance.text) return;
      if (this.current) throw new Error("It says something already");
      this.current = utterance;
      this.said.push({ words: utterance.text, voice: utterance.voice.name, speed: utterance.rate });
    }
    cancel() {
      const broken = this.current;
      this.current = null;
      if (broken) setTimeout(() => broken.onerror?.({ error: "interrupted" }));
    }
    end() {
      const ended = this.current;
      this.current = null;
      ended.onend({});
    }
    fail() {
      const failed = this.current;
      this.current = null;
      failed.onerror({ error: "synthesis-failed" });
    }
    bring(voices) {
      this.voices = voices;
      this.dispatchEvent(new Event("voiceschanged"));
    }
  }
  Object.defineProperty(window, "speechSynthesis", { value: new Engine(), configurable: true });
  window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
}
"""
WITHOUT = "() => { delete Window.prototype.speechSynthesis; delete window.speechSynthesis; }"


def give_voices(page: Page, *voices: dict[str, object]) -> None:
    """Put the engine with these voices into every page that is opened from now on."""
    page.context.add_init_script(f"({ENGINE})({json.dumps(voices)})")


def said(page: Page) -> list[str]:
    """Everything that was said, broken off or not."""
    words: list[str] = page.evaluate("speechSynthesis.said.map(each => each.words)")
    return words


def end_sentence(page: Page) -> None:
    """Let the voice come to the end of what it says."""
    page.evaluate("speechSynthesis.end()")
