import { toast } from 'svelte-sonner';
import { showError } from './writes';

/** Puts a text on the clipboard and says so in the words given. */
export async function copyText(text: string, said: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    toast(said);
  } catch (error) {
    showError(error);
  }
}

/**
 * Puts a picture on the clipboard. It is given as a promise, because a web view takes it only while the key press that
 * asked for it is fresh. False where the web view takes no pictures.
 */
export async function copyPng(png: Promise<Blob>): Promise<boolean> {
  try {
    await navigator.clipboard.write([new ClipboardItem({ 'image/png': png })]);
    return true;
  } catch {
    await png;
    return false;
  }
}
