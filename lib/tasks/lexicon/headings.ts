import type { Rules } from '../rules.ts';

/** Headings of sections that report, grant or define something, and therefore give no orders. */
export const NO_TASK_HEADINGS: Rules = [
  // ✓ 适用范围
  // ✓ 申报条件及材料
  // ✓ 放假时间
  // ✗ 重点内容
  {
    name: 'terms and contacts',
    pattern:
      /^[^，。；：]{0,6}(?:范围|对象|条件|材料|流程|程序|时间|日期|方式|岗位|名额|地点|(?<!重点|工作|任务|检查|整治|行动|建设)内容|要件|费用|电话)(?:及|和|与|、|安排|$)/,
  },
  // ✓ 存在的主要问题
  // ✓ 工作背景
  // ✓ 主要做法
  // ✗ 着力解决突出问题
  {
    name: 'background',
    pattern:
      /^(?:[^，。；]{0,10})(?:背景|现状|基本情况|总体情况|主要成效|工作成效|工作进展|工作开展情况|存在的?(?:主要|突出)?问题|形势|概况|意义|必要性|重要性|依据|过程|术语|定义|附则|附件|亮点|(?:主要|工作|经验|典型|具体)做法|工作(?:回顾|总结)|取得的?(?:主要)?(?:成效|成绩)|答复|解读|起草说明|名词解释|咨询|联系方式|联系人|会议议程|获奖|名单)(?:$|[：。，及和])/,
  },
  // ✓ 违反本令的，依法处罚
  // ✗ 违反操作规程的岗位立即停工整改
  {
    name: 'penalties of a public order',
    pattern: /^凡?(?:违反|不遵守)(?:本|上述|以上)[^，。；：]{0,8}的，/,
  },
];

/**
 * Headings about the use of a service, or about the subject of a campaign. They begin with a verb, as orders do, but
 * give no orders.
 */
export const NOUN_HEADINGS: Rules = [
  // ✓ 办理条件
  // ✓ 服务对象
  // ✓ 申请流程
  // ✓ 招聘岗位
  // ✓ 招聘程序
  // ✓ 参加人员
  // ✓ 公示主体和内容
  // ✗ 办理条件容缺事项
  {
    name: 'service',
    pattern:
      /^(?:办理|服务|申请|申报|报名|受理|查询|缴费|预约|领取|提取|登记|招[聘录考生募]|考[试察核]|面试|笔试|录[取用]|聘用|评选|参[赛评]|征集|征订|竞[买价]|拍卖|投标|采购|培训|体检|参[加会]|出席|公示)(?:内容|主体|人员|条件|流程|程序|步骤|材料|方式|时间|地点|对象|范围|渠道|要件|岗位|计划|人数|名额|待遇|办法|资格)(?:及|和|与|、|$)/,
  },
  // ✓ 整治重点
  // ✓ 检查时间
  // ✓ 督查内容
  // ✓ 检查顺序
  // ✓ 检查内容
  // ✓ 考核方式
  // ✓ 执行重点
  // ✓ 检查对象和范围
  // ✗ 整治重点区域环境
  {
    name: 'what a campaign is about',
    pattern:
      /^(?:整治|检查|排查|打击|督查|治理|巡查|抽查|活动|执行|行动)(?:重点|范围|对象|时间)(?:[和及与、](?:重点|范围|对象|时间|内容|方式))?$|^(?:督查|督导|检查|调研|评估|考核|审计|巡察|评选)(?:内容|方式|方法|程序|流程|步骤|标准|指标|顺序|组织)$/,
  },
];

/** Headings of guiding thought, principles and goals. Their items are shown as goals, not as tasks. */
export const GOAL_HEADINGS: Rules = [
  // ✓ 指导思想
  // ✓ 总体要求和主要目标
  // ✓ 到2030年的发展目标
  // ✗ 落实目标责任制
  // ✗ 紧盯目标任务
  // ✗ 明确目标任务
  {
    name: 'guiding thought and goals',
    pattern:
      /^(?!紧盯|明确|落实|完成|对标|分解|细化|压实|锚定|聚焦|围绕)(?:[^，。；：]{0,12})(?:指导思想|基本原则|工作原则|总体要求|总体思路|基本思路|(?:主要|总体|工作|发展|预期|重点|行动|建设|规划|改革|具体|年度|阶段性?|奋斗|战略)目标|目标任务|发展愿景|基本理念|总体考虑)(?:$|[^一-龥]|和|及|与)/,
  },
  // ✓ 目标：三年见效
  // ✗ 目标任务分解到人
  { name: 'goal alone', pattern: /^(?:目标|原则|愿景)(?:$|[：。，])/ },
];

/** Headings under which every item is a task, whatever its words. */
export const TASK_HEADINGS: Rules = [
  // ✓ 二、重点任务
  // ✓ 三、保障措施
  // ✓ （二）工作要求
  // ✓ 二、任务分工
  // ✗ 四、防疫措施落实情况
  {
    name: 'tasks and measures',
    pattern:
      /(?:任务|措施|举措|工作要求|有关要求|工作安排|重点工作|组织保障|组织实施|实施步骤|(?:责任|任务|工作|职责)分工)(?:及分工|和要求|与分工)?$/,
  },
];
