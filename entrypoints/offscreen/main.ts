import { startOffscreen } from '@/lib/app/offscreen.ts';

startOffscreen();
