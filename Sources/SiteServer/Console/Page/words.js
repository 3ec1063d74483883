// Everything that is said on the page, in Chinese and English.
const words = {
  console: ["监考控制台", "Invigilator's console"],
  account: ["账户", "Account"], password: ["密码", "Password"], signIn: ["登录", "Sign in"], signOut: ["退出", "Sign out"],
  signedOut: ["登录已失效，请重新登录。", "You were signed out; sign in again."],
  wait: ["尝试次数太多，请 {0} 秒后再试。", "Too many attempts; try again in {0} s."],
  noServer: ["连不上考点服务器，正在重试…", "The site's server cannot be reached; trying again…"],
  other: ["EN", "中文"], help: ["帮助 ?", "Help ?"],
  live: ["● 实时", "● live"], lost: ["✕ 失去联系", "✕ lost"],
  lostFor: [
    "与考点服务器失去联系已 {0}。画面停在 {1}，正在重新连接；终端上的作答不受影响。",
    "The server has not been heard for {0}. What you see is of {1}; reconnecting. Candidates go on answering."],
  diskFault: [
    "服务器磁盘写不进去！新的作答没有保存在考点，终端仍存有本机记录。请立即处理磁盘：{0}",
    "The server's disk does not save! New answers are on the terminals only. See to the disk at once: {0}"],
  copyFault: ["热备份停了（{0}）：{1}。主库正常；请检查备份盘。", "The hot copy stands still ({0}): {1}. The main database is well; see to the copy's disk."],
  copyLag: ["热备份落后 {0} 次写入（{1}）。", "The hot copy is {0} writes behind ({1})."],
  ledgerFault: ["账本写不进去，{0} 项操作待补记（日志里都有）：{1}", "The ledger cannot be written, {0} action(s) wait (all are in the log): {1}"],
  noRelease: ["启封文件还没有放入考点文件夹。", "The release file is not in the site's folder yet."],
  toStart: ["距开考", "starts in"], waiting: ["等待启封", "waiting for release"], left: ["剩余", "left"],
  over: ["考试时间已到", "time is up"], stillLeft: ["个别补时中", "extra time runs"],
  sessionLine: ["{0} · {1} 分钟 · {2} 开考", "{0} · {1} min · starts {2}"],
  candidates: ["考生", "candidates"], enrolled: ["已登记机器", "machines"], here: ["已登录", "logged in"],
  answering: ["作答中", "answering"], ended: ["已结束", "ended"], cutOff: ["断开", "cut off"], absent: ["未到", "not here"],
  withIncident: ["有异常", "incidents"], columns: ["每行座位", "seats a row"], automatic: ["自动", "auto"],
  stage_assigned: ["未到", "not here"], stage_admitted: ["已登录", "logged in"], stage_answering: ["作答", "answering"],
  stage_paused: ["暂停", "paused"], "stage_handed-in": ["已交卷", "handed in"], "stage_time-up": ["到时交卷", "time up"],
  stage_collected: ["已收卷", "collected"], stage_voided: ["作废", "void"], stage_cut: ["断开", "cut off"],
  seconds: ["{0}秒", "{0} s"], minutesSeconds: ["{0}分{1}秒", "{0} min {1} s"], minutes: ["{0}分", "{0} min"], ago: ["{0}前", "{0} ago"],
  incidents: ["异常情况 {0}", "Incidents {0}"], noIncidents: ["没有待处理的异常情况", "nothing waits"],
  room: ["考场 {0}", "Room {0}"], allRooms: ["全部考场", "All rooms"], roomAll: ["考场 {0} 全体 {1} 人", "all {1} in room {0}"], roomGrid: ["座位图", "seating plan"],
  seat: ["座位", "Seat"], ticket: ["准考证号", "Ticket"], team: ["代表队", "Team"], machine: ["所在机器", "Machine"],
  progress: ["作答进度", "Answered"], progressText: ["{0} / {1} 题，标记 {2} 题", "{0} of {1}, {2} flagged"],
  contact: ["最后联系", "Last heard"], remaining: ["剩余时间", "Time left"], extra: ["已补时", "Extra time"],
  orders: ["未执行指令", "Orders pending"], noMachine: ["机器未登记", "no machine"], notEnrolled: ["本座机器未登记", "machine not enrolled"], state: ["状态", "State"],
  onMachine: ["{0} 号机", "machine {0}"], none: ["无", "none"],
  to: ["对象", "For"], noOne: ["未选座位", "nobody"], chosenMany: ["已选 {0} 人", "{0} selected"], wholeRoom: ["全场 {0} 人", "all {0} in the room"],
  forRoom: ["全场", "Room"], forChosen: ["选中", "Chosen"], readOnly: ["监督账户：只能查看", "Supervision: looks only"],
  admit: ["准入/换机", "Admit / move"], "give-time": ["补时", "Give time"], pause: ["暂停", "Pause"], resume: ["恢复", "Resume"],
  message: ["发消息", "Message"], collect: ["收卷", "Collect"], void: ["作废", "Void"], close: ["结束作答", "Close"],
  reopen: ["准许补交", "Reopen"], "issue-codes": ["入场码", "Codes"], withdraw: ["注销机器", "Withdraw"],
  "give-back": ["补还中断时间", "Give back the outage"], settle: ["已处理", "Settle"],
  giveBackOne: ["补还 {0}（本人）", "Give back {0}"], giveBackRoom: ["补还 {0}（全场）", "Give back {0} to the room"],
  admitTo: ["准许在 {0} 号机作答", "Admit at {0}"],
  say_admit: ["考生将在指定机器上继续，原机器随即退出；已保存的作答不会丢失。", "The candidate goes on at that machine, the former one ends; nothing saved is lost."],
  "say_give-time": ["补给的时间立即生效。", "The time counts at once."], say_pause: ["考生的时间停止，屏幕遮住。", "Time stops, the screen is covered."],
  say_resume: ["考生的时间接着走。", "Time runs on."], say_message: ["消息立即显示在考生屏幕上。", "The message appears on the screen at once."],
  say_collect: ["答卷立即收回，考生不能再作答。", "The answers are taken now; no more answering."],
  say_void: ["答卷作废，不再评分。须二次确认。", "The answers will not be marked. Asked twice."],
  say_close: ["终端已不在：以考点收到的作答为准，结束作答。", "The terminal is gone: the answers that are here count."],
  say_reopen: ["超过补交时限的作答准予收下。", "Answers after the grace are taken in."],
  "say_issue-codes": ["每个座位一个一次性入场码，在该机器上输入；旧码随即作废。", "A one-time code for each machine; earlier ones become void."],
  say_withdraw: ["这些机器不再是考试终端，须重新输入入场码。", "These machines are no terminals any more until they are enrolled again."],
  "say_give-back": ["中断的时间补给考生，立即生效，并把这条异常记为已处理。", "The time of the outage is given back; the incident is settled."],
  say_settle: ["把这条异常记为已处理。", "Marks the incident as settled."],
  reason: ["理由（记入账本）", "Reason (goes into the ledger)"], minutesField: ["补多少分钟", "Minutes"], textField: ["消息内容", "Message"],
  machineField: ["到哪台机器（座位号）", "At which machine (seat)"], seatsField: ["座位号（多个用空格隔开）", "Seats (blanks between)"],
  typeSeat: ["请输入座位号 {0} 以确认", "Type the seat {0} to confirm"], typeCount: ["请输入人数 {0} 以确认", "Type the number of people {0} to confirm"],
  confirm: ["确认", "Confirm"], cancel: ["取消 Esc", "Cancel Esc"], again: ["下一步：再次确认", "Next: confirm again"], dismiss: ["关闭 Esc", "Close Esc"],
  andMore: ["等 {0} 人", "and others, {0} in all"], done: ["{0}：已下达 {1} 人", "{0}: reached {1}"], doneSimply: ["{0}：完成", "{0}: done"],
  notReached: ["未下达 {0} 人：{1}", "not reached {0}: {1}"], codesTitle: ["入场码（只显示这一次，请抄录或打印）", "Codes (shown once: copy or print)"],
  print: ["打印", "Print"], offline: ["与服务器失去联系，操作没有发出。", "The server cannot be reached; nothing was sent."],
  notRight: ["与要求的不符", "that is not it"], nobodyChosen: ["请先选座位", "choose seats first"], onlyOne: ["一次只能给一名考生换机", "one candidate at a time"],
  helpTitle: ["键盘操作", "Keys"],
  helpMove: ["方向键移动，Shift+方向键连选，空格选或不选，Ctrl+A 全选，Esc 取消", "Arrows move; Shift+arrows extend; space selects; Ctrl+A all; Esc clears"],
  helpLetters: ["字母键 对选中的座位操作；Shift+字母 对全场操作", "A letter acts on the chosen seats; Shift+letter on the room"],
  helpJump: ["I 到异常情况；G 到座位图；N 下一个有异常的座位", "I incidents; G the plan; N the next seat with an incident"],
};

const reasons = {
  "give-time": [["机器故障", "machine fault"], ["网络中断", "network cut"], ["考务原因", "organisers' fault"]],
  admit: [["机器故障换机", "machine fault"], ["座位调整", "seat changed"], ["核验身份无误", "identity checked"]],
  pause: [["机器故障", "machine fault"], ["考场突发情况", "emergency"], ["身体不适", "unwell"]],
  resume: [["故障已排除", "fault mended"], ["情况已解除", "emergency over"]],
  message: [["考务通知", "notice"], ["提醒时间", "time reminder"]],
  collect: [["考生要求提前离场", "candidate leaves"], ["考试结束统一收卷", "end of the exam"]],
  void: [["违纪，经考务同意", "misconduct, agreed"], ["替考", "impersonation"]],
  close: [["终端损坏", "terminal broken"], ["考试结束，终端已关", "exam over, terminal off"]],
  reopen: [["网络中断，经考务同意", "network cut, agreed"]],
  "issue-codes": [["考前登记机器", "enrolment"], ["更换机器", "machine exchanged"]],
  withdraw: [["机器故障停用", "machine out of use"]],
  "give-back": [["中断时间补还", "outage given back"]],
  settle: [["已到场查看", "looked at"], ["已说明", "explained"], ["不影响考试", "no effect"]],
};

let english = (localStorage.getItem("language") ?? navigator.language).startsWith("en");

export function isEnglish() { return english; }
export function turnLanguage() {
  english = !english;
  localStorage.setItem("language", english ? "en" : "zh");
}
export function t(key, ...values) {
  const pair = words[key] ?? [key, key];
  return pair[english ? 1 : 0].replace(/\{(\d)\}/g, (_, index) => values[index]);
}
export function said(message) { return message ? (english ? message.english : message.chinese) : ""; }
export function reasonsFor(action) { return (reasons[action] ?? []).map(pair => pair[english ? 1 : 0]); }

// Fills what stands in the page itself.
export function fill() {
  document.documentElement.lang = english ? "en" : "zh-Hans";
  for (const place of document.querySelectorAll("[data-t]")) place.textContent = t(place.dataset.t);
  for (const place of document.querySelectorAll("[data-language]")) place.textContent = t("other");
}
