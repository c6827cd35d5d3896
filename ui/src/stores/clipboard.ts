import { toast } from 'svelte-sonner';
import { showError } from './writes';

/**
 * Puts a text on the clipboard and says so in the words given. A text that is still to come is given as a promise, because a
 * web view takes it only while the key press that asked for it is fresh.
 */
export async function copyText(text: string | Promise<string>, said: string): Promise<void> {
  try {
    if (typeof text === 'string') await navigator.clipboard.writeText(text);
    else {
      const plain = text.then((words) => new Blob([words], { type: 'text/plain' }));
      await navigator.clipboard.write([new ClipboardItem({ 'text/plain': plain })]);
    }
    toast(said);
  } catch (error) {
    // Where the text did not come, that is what went wrong.
    showError(
      await Promise.resolve(text).then(
        () => error,
        (own: unknown) => own,
      ),
    );
  }
}

/** Puts a picture on the clipboard, given as a promise like a text to come. False where the web view takes no pictures. */
export async function copyPng(png: Promise<Blob>): Promise<boolean> {
  try {
    await navigator.clipboard.write([new ClipboardItem({ 'image/png': png })]);
    return true;
  } catch {
    await png;
    return false;
  }
}
