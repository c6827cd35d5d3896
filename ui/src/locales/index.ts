export * from './words.svelte';
export * from './format';
export * from './figure';
