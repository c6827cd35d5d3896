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
