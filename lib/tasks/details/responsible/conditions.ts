/**
 * Whether a clause only says when an order applies: 学校具备条件的， (schools that have the means,), 镇政府力量不足的， (town
 * governments without enough staff,). In 派出所对滋事的，依法处置 (the police station deals by law with those who make trouble)
 * the police station must act, so that clause is no condition.
 */
export const isCondition = (clause: string): boolean =>
  /的，?$/.test(clause.slice(-2)) &&
  /^[^，。；]*(?:有(?:疑虑|疑问|异议|争议|困难|需[要求])|不(?:服|及时|完整|准确|一致|同意))[^，。；]{0,16}的，?$|^[^，。；对]*(?:(?:具备|符合|满足|存在|未|已|与)[^，。；对]{1,12}|(?:不(?:[足够力清明全严实畅强]|到位|达标)|薄弱|涣散|缺失|滞后|混乱|紧张|困难|[过偏][多少高低大小]|严重|突出))的，?$/.test(
    clause,
  );

/** Whether a clause only names the case in which something is forbidden: 公司承担检测的，不得收费. */
export const isForbiddenCase = (clause: string, behind: string): boolean =>
  /的，?$/.test(clause) && /^，?(?:不得|不予|不准|不许|严禁|禁止)/.test(behind);
