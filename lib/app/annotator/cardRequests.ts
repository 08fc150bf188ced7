import type { Annotation } from '../../annotation/schema.ts';
import type { CardRequest } from '../../messages/card.ts';
import type { PageActions } from './tools.ts';

/** Carries out what the card of a mark asks for. */
export class CardRequests {
  private removed: Annotation | null = null;

  constructor(private readonly actions: Pick<PageActions, 'edit' | 'remove' | 'restore' | 'confirm'>) {}

  /** Gives the mark after the request; null where it is gone. */
  async run(id: string, request: CardRequest): Promise<Annotation | null> {
    switch (request.type) {
      case 'edit':
        return this.actions.edit(id, request.patch);
      case 'confirm':
        return this.actions.confirm(id);
      case 'remove':
        this.removed = await this.actions.remove(id);
        return null;
      case 'restore':
        // Only this card's mark can be restored: another card may have removed another mark.
        if (this.removed?.id !== id) return null;
        await this.actions.restore(this.removed);
        return this.removed;
    }
  }
}
