import { startList } from '@/lib/app/panel/listStart.ts';

startList('tab');
