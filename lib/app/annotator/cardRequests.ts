import type { Annotation } from '../../annotation/schema.ts';
import type { CardRequest } from '../../messages/card.ts';
import type { PageActions } from './tools.ts';

/** Carries out the requests of a mark's card. */
export class CardRequests {
  private removed: string | null = null;

  constructor(
    private readonly actions: Pick<
      PageActions,
      'edit' | 'remove' | 'restore' | 'confirm' | 'stretch' | 'join'
    >,
  ) {}

  /** Returns the mark after the request; null where the mark is gone. */
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
        // Restores only what this card has deleted. Other cards restore their own marks.
        return this.removed === id ? this.actions.restore(id) : null;
    }
  }
}
