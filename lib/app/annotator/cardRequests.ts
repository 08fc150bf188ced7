import type { Annotation } from '../../annotation/schema.ts';
import type { CardRequest } from '../../messages/card.ts';
import type { PageActions } from './tools.ts';

/** Carries out what the user requests in the card of a mark: the small box on the page in which a mark is edited. */
export class CardRequests {
  private removed: string | null = null;

  constructor(
    private readonly actions: Pick<
      PageActions,
      'edit' | 'remove' | 'restore' | 'confirm' | 'stretch' | 'join'
    >,
  ) {}

  /** Carries out a request. Returns the mark as it is afterwards; null where it no longer exists. */
  async run(id: string, request: CardRequest): Promise<Annotation | null> {
    switch (request.type) {
      case 'edit':
        return this.actions.edit(id, request.patch);
      case 'confirm':
        return this.actions.confirm(id);
      case 'stretch':
        return this.actions.stretch(id, request.end, request.by);
      case 'join':
        return this.actions.join(id);
      case 'remove':
        this.removed = (await this.actions.remove(id))?.id ?? null;
        return null;
      case 'restore':
        // Restores the mark only if it was deleted in this card. A mark deleted elsewhere is restored elsewhere.
        return this.removed === id ? this.actions.restore(id) : null;
    }
  }
}
