/** The pop-ups that are open: one, and on top of it those of words inside it. */
import type { Found } from "./links";
import { PopUp } from "./popup";

export class PopUps {
  private stack: PopUp[] = [];

  /** The open pop-up of a link. */
  of(trigger: Element): PopUp | undefined {
    return this.stack.find((popup) => popup.trigger === trigger);
  }

  /** The open pop-up whose real link this is. */
  ofRealLink(link: Element): PopUp | undefined {
    return this.stack.find((popup) => popup.realLink === link);
  }

  /** Whether a node is in an open pop-up, or in a word that has one. */
  hold(node: Node | null): boolean {
    return this.stack.some((popup) => popup.holds(node));
  }

  get top(): PopUp | undefined {
    return this.stack[this.stack.length - 1];
  }

  open(trigger: HTMLAnchorElement, found: Found, isPinned: boolean): void {
    const already = this.of(trigger);
    this.closeAllBut((popup) => popup === already || popup.root.contains(trigger));
    if (already) already.isPinned ||= isPinned;
    else this.stack.push(new PopUp(trigger, found, isPinned));
  }

  /** Close a pop-up and those on top of it. */
  close(popup: PopUp): void {
    const from = this.stack.indexOf(popup);
    this.closeAllBut((_, index) => index < from);
  }

  closeAllBut(stays: (popup: PopUp, index: number) => boolean): void {
    const [staying, going] = [[] as PopUp[], [] as PopUp[]];
    this.stack.forEach((popup, index) => {
      (stays(popup, index) ? staying : going).push(popup);
    });
    this.stack = staying;
    for (const popup of going.reverse()) popup.close();
  }

  closeAll(): void {
    this.closeAllBut(() => false);
  }

  /** Follow the words; a pop-up whose word has left the document goes too. */
  follow(): void {
    this.closeAllBut((popup) => popup.trigger.isConnected && popup.root.isConnected);
    for (const popup of this.stack) popup.follow();
  }
}
