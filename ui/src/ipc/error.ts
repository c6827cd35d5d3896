/** An error of the core or the shell: a code and its parameters, worded by the catalogue as `error.CODE`. */
export class ApiError extends Error {
  readonly code: string;
  readonly params: Record<string, unknown>;

  constructor(code: string, params: Record<string, unknown> = {}) {
    super(code);
    this.name = 'ApiError';
    this.code = code;
    this.params = params;
  }

  /** Takes what a question failed with; whatever has no code is `internal`. */
  static from(error: unknown): ApiError {
    if (error instanceof ApiError) return error;
    if (typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string') {
      const params = 'params' in error && typeof error.params === 'object' ? error.params : null;
      return new ApiError(error.code, (params ?? {}) as Record<string, unknown>);
    }
    return new ApiError('internal', { detail: String(error) });
  }
}
