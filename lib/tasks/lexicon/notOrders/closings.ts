import { anyOf, type Rules } from '../../rules.ts';

/**
 * Paragraphs that ask to carry out the whole document or to report on it. They close the document and do not belong to
 * its last item.
 */
export const CLOSING_PARAGRAPHS: Rules = [
  // ✓ 请各镇认真组织实施，重要情况及时报告县政府。
  // ✓ 以上要求，请认真抓好落实。
  // ✓ 各地贯彻情况，请于7月底前报市防指。
  // ✓ 执行中遇到的问题，请及时向我局反映。
  // ✗ 请假手续要从严审批。
  {
    name: 'asks those addressed',
    pattern:
      /^(?:现?请(?!假|示)|望|以上[^，。；：]{0,12}[，请]|上述[^，。；：]{0,8}，请|[^，。；：]{0,20}情况，?请(?:各地|各单位)?(?:于|在)|[^，。；：]{0,14}(?:执行|实施|工作|落实)(?:过程)?中[^。；：]{0,24}，?请?(?:及时|径)?[^。；：]{0,6}(?:报告|反映|反馈|联系))/,
  },
  // ✓ 使用中发现问题，请及时与水务站联系。
  // ✓ 如有疑问，请致电水务站。
  // ✗ 遇到险情，请各站立即鸣锣。
  {
    name: 'says whom to ask',
    pattern:
      /^[^。；：]{0,40}，请(?:及时|直接|随时|尽快|径)?(?:[与跟同向][^，。；]{2,20}(?:联系|反映|咨询|反馈)|联系|致电|拨打|咨询)/,
  },
  // Calls on all organisations to carry out the whole document. Beside the tasks in the document, that is no further
  // task.
  // ✓ 各地要把本方案落实情况纳入督查。
  // ✓ 各单位要高度重视，层层抓好落实。
  // ✓ 全县各级党组织要精心组织，推动学习活动深入开展。
  // ✗ 各镇要把管网普查一遍。
  {
    name: 'asks all for the whole',
    pattern:
      /^(?:各|全[市县区省州镇校]|有关|广大)[^，。；：]{1,30}(?:要|应当?|须|必须)(?:[^。]{0,40}(?:本(?:方案|通知|意见|规划|要点|计划|决定)|(?:高度)?重视|提高认识|充分认识|增强责任意识|责任意识|精心组织|加强组织领导|认真贯彻|学习活动)|[^。]{0,30}(?:制定|细化)[^。]{0,12}(?:计划|方案|细则)[^。]{0,60}备案)/,
  },
  // ✓ 各村接令后要立即行动。
  // ✓ 各单位收到本通知后，要迅速传达。
  // ✗ 各站接警后要立即出动。
  {
    name: 'asks all on receipt',
    pattern:
      /^(?:各|全[市县区省州镇校]|有关)[^，。；：]{1,16}(?:接|收)到?(?:此|本)?(?:令|通知|通告|文|函|方案|意见)后/,
  },
  // ✓ 规划文本由市规划局存档备查。本批复自印发之日起施行。
  // ✓ 同志们，让我们携手前行。
  // ✓ 家校携手，祝您假期愉快。
  // ✓ 我局将组成工作组开展暗访。
  {
    name: 'says farewell or what the issuer will do',
    pattern:
      /^(?:[^。]{0,60}。)?本(?:批复|决定|通知|方案|意见|办法|规定|函|[^，。；：自]{0,4}令)自[^。]{0,16}(?:施行|执行|实施)|^(?:(?:[\u4e00-\u9fff]{2,4}们、){0,3}(?:同志|朋友|老师|同学)们|让我们|[^。]{0,40}(?:[。，！]|^)祝(?:您|你们?|大家|各位|同志们)|最后，|凡因|[我本][局委厅部办院校][^，。；]{0,6}将|[^，。；：]{2,14}将(?:适时|定期|会同|对)[^。]{2,40}(?:督查|检查|通报|考核|视察))/,
  },
];

/** Whether a paragraph closes the document. Reads only its first 120 UTF-16 units. */
export const closesDocument = (paragraph: string): boolean =>
  anyOf(CLOSING_PARAGRAPHS, paragraph.slice(0, 120));
