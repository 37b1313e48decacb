<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
  <context>
    <name>ActionBar</name>
    <message>
      <source>More</source>
      <translation>更多</translation>
    </message>
  </context>
  <context>
    <name>AnswerPane</name>
    <message>
      <source>A change here touches:</source>
      <translation>更改本题会影响：</translation>
    </message>
    <message>
      <source>Acknowledged</source>
      <translation>已知悉</translation>
    </message>
    <message>
      <source>Add an entry  Ctrl++</source>
      <translation>新增条目　Ctrl++</translation>
    </message>
    <message>
      <source>Answer</source>
      <translation>回答</translation>
    </message>
    <message>
      <source>Earlier visit</source>
      <translation>上次检查</translation>
    </message>
    <message>
      <source>Evidence {count}  Ctrl+E</source>
      <translation>证据{count}　Ctrl+E</translation>
    </message>
    <message>
      <source>Nothing else decides about this question.</source>
      <translation>没有其他答案决定本题。</translation>
    </message>
    <message>
      <source>Now  Ctrl+;</source>
      <translation>现在  Ctrl+;</translation>
    </message>
    <message>
      <source>Paste rows  Ctrl+Shift+V</source>
      <translation>粘贴多行  Ctrl+Shift+V</translation>
    </message>
    <message>
      <source>Remark</source>
      <translation>备注</translation>
    </message>
    <message>
      <source>Remark  Ctrl+M</source>
      <translation>备注　Ctrl+M</translation>
    </message>
    <message>
      <source>Remove this entry  Ctrl+Delete</source>
      <translation>删除此条目　Ctrl+Delete</translation>
    </message>
    <message>
      <source>Take evidence for this answer  Ctrl+E</source>
      <translation>为此答案取证　Ctrl+E</translation>
    </message>
    <message>
      <source>Why</source>
      <translation>原因</translation>
    </message>
  </context>
  <context>
    <name>ApprovalAskingPart</name>
    <message>
      <source>Answer</source>
      <translation>审批答复</translation>
    </message>
    <message>
      <source>{name} was written. Bring it to {who}; it opens on that laptop alone.</source>
      <translation>已写出{name}。请送交{who}，只有其电脑能打开。</translation>
    </message>
  </context>
  <context>
    <name>ApprovalDecision</name>
    <message>
      <source>Approve</source>
      <translation>批准</translation>
    </message>
    <message>
      <source>Remark; needed for a return</source>
      <translation>意见（退回时必填）</translation>
    </message>
    <message>
      <source>Return with the remark</source>
      <translation>附意见退回</translation>
    </message>
    <message>
      <source>Your decision</source>
      <translation>审批意见</translation>
    </message>
    <message>
      <source>Your passphrase</source>
      <translation>本人口令</translation>
    </message>
    <message>
      <source>Your word is signed with this laptop's key and written beside the request; give that file back.</source>
      <translation>意见以本机密钥签名，写在请求文件旁；请将该文件交回。</translation>
    </message>
  </context>
  <context>
    <name>ApprovalRequestPage</name>
    <message>
      <source>Asked for approval</source>
      <translation>待审批</translation>
    </message>
    <message>
      <source>Deadline</source>
      <translation>整改期限</translation>
    </message>
    <message>
      <source>Facts</source>
      <translation>要点</translation>
    </message>
    <message>
      <source>Facts or paper</source>
      <translation>要点或文书</translation>
    </message>
    <message>
      <source>Findings</source>
      <translation>问题数</translation>
    </message>
    <message>
      <source>Institution</source>
      <translation>被检单位</translation>
    </message>
    <message>
      <source>Issued by</source>
      <translation>制发机关</translation>
    </message>
    <message>
      <source>Laptop</source>
      <translation>电脑校验码</translation>
    </message>
    <message>
      <source>Nothing is open for approval</source>
      <translation>没有打开的审批请求</translation>
    </message>
    <message>
      <source>Open a request…</source>
      <translation>打开审批请求…</translation>
    </message>
    <message>
      <source>Paper</source>
      <translation>文书</translation>
    </message>
    <message>
      <source>Requests for approval</source>
      <translation>审批请求</translation>
    </message>
    <message>
      <source>Somebody who wrote a document on another laptop asks for approval with a file. Open it, or drop it anywhere on this window: the draft is read here and approved or returned.</source>
      <translation>在其他电脑起草的文书以文件形式请求审批。打开该文件，或将其拖到本窗口任意位置：在此阅读草稿，然后批准或退回。</translation>
    </message>
    <message>
      <source>The answer lies beside the request: {name}. Give it back to {who}.</source>
      <translation>答复已写在请求文件旁：{name}。请交回{who}。</translation>
    </message>
    <message>
      <source>To be returned</source>
      <translation>应退回</translation>
    </message>
    <message>
      <source>Write the answer again…</source>
      <translation>重新导出答复…</translation>
    </message>
    <message>
      <source>Written by</source>
      <translation>起草人</translation>
    </message>
    <message>
      <source>{name} asks for your approval, {when}.</source>
      <translation>{name}于{when}请您审批。</translation>
    </message>
    <message>
      <source>{yuan} yuan</source>
      <translation>{yuan}元</translation>
    </message>
  </context>
  <context>
    <name>AskingForm</name>
    <message>
      <source>Approval on another laptop</source>
      <translation>异机审批</translation>
    </message>
    <message>
      <source>Known laptops</source>
      <translation>已知电脑</translation>
    </message>
    <message>
      <source>No laptop is known of somebody who may approve it. Exchange cards first.</source>
      <translation>尚未登记有权批准者的电脑。请先交换名片。</translation>
    </message>
    <message>
      <source>Take the answer in…</source>
      <translation>导入审批答复…</translation>
    </message>
    <message>
      <source>The draft goes as a file that only the approver's laptop can open; the signed answer comes back the same way.</source>
      <translation>草稿以文件送出，只有批准人的电脑能打开；批准人签名的答复以同样方式送回。</translation>
    </message>
    <message>
      <source>Whose laptop is asked</source>
      <translation>请谁的电脑审批</translation>
    </message>
    <message>
      <source>Write the request…</source>
      <translation>导出审批请求…</translation>
    </message>
    <message>
      <source>{name} returned it on {when}: {remark}</source>
      <translation>{name}于{when}退回：{remark}</translation>
    </message>
    <message>
      <source>{name} was asked on {when}; the answer is not here yet.</source>
      <translation>已于{when}请{name}审批，尚未收到答复。</translation>
    </message>
  </context>
  <context>
    <name>Banner</name>
    <message>
      <source>Put the message away</source>
      <translation>收起消息</translation>
    </message>
  </context>
  <context>
    <name>Bed</name>
    <message>
      <source>Address</source>
      <translation>住址</translation>
    </message>
    <message>
      <source>Admitted</source>
      <translation>入院时间</translation>
    </message>
    <message>
      <source>Age</source>
      <translation>年龄</translation>
    </message>
    <message>
      <source>Bed</source>
      <translation>床号</translation>
    </message>
    <message>
      <source>Diagnosis</source>
      <translation>诊断</translation>
    </message>
    <message>
      <source>Discharged, not settled</source>
      <translation>已出院未结算</translation>
    </message>
    <message>
      <source>Doctor</source>
      <translation>医师</translation>
    </message>
    <message>
      <source>Empty bed</source>
      <translation>空床</translation>
    </message>
    <message>
      <source>Hospital number</source>
      <translation>住院号</translation>
    </message>
    <message>
      <source>ID card</source>
      <translation>身份证</translation>
    </message>
    <message>
      <source>Identity number</source>
      <translation>身份证号</translation>
    </message>
    <message>
      <source>In bed</source>
      <translation>在床</translation>
    </message>
    <message>
      <source>Insurance</source>
      <translation>险种</translation>
    </message>
    <message>
      <source>Leave overdue</source>
      <translation>请假超时</translation>
    </message>
    <message>
      <source>Leave, other</source>
      <translation>请假，其他</translation>
    </message>
    <message>
      <source>Leaves (days)</source>
      <translation>请假天数</translation>
    </message>
    <message>
      <source>Leaves (times)</source>
      <translation>请假次数</translation>
    </message>
    <message>
      <source>Moved to another ward</source>
      <translation>已转科</translation>
    </message>
    <message>
      <source>Name</source>
      <translation>姓名</translation>
    </message>
    <message>
      <source>No such person</source>
      <translation>查无此人</translation>
    </message>
    <message>
      <source>On leave with slip</source>
      <translation>请假（有条）</translation>
    </message>
    <message>
      <source>On leave without slip</source>
      <translation>请假（无条）</translation>
    </message>
    <message>
      <source>Out for examination, verified</source>
      <translation>外出检查（已核实）</translation>
    </message>
    <message>
      <source>Sex</source>
      <translation>性别</translation>
    </message>
    <message>
      <source>Shares the bed</source>
      <translation>一床多人</translation>
    </message>
    <message>
      <source>Somebody else in the name</source>
      <translation>冒名顶替</translation>
    </message>
    <message>
      <source>Ward</source>
      <translation>病区</translation>
    </message>
    <message>
      <source>asked</source>
      <translation>询问</translation>
    </message>
    <message>
      <source>bed card</source>
      <translation>床头卡</translation>
    </message>
    <message>
      <source>blank lines</source>
      <translation>空行</translation>
    </message>
    <message>
      <source>closing lines</source>
      <translation>表尾行</translation>
    </message>
    <message>
      <source>discharged</source>
      <translation>出院未结</translation>
    </message>
    <message>
      <source>empty</source>
      <translation>空床</translation>
    </message>
    <message>
      <source>empty bed</source>
      <translation>空床</translation>
    </message>
    <message>
      <source>exam</source>
      <translation>外检</translation>
    </message>
    <message>
      <source>examined</source>
      <translation>外出检查</translation>
    </message>
    <message>
      <source>face</source>
      <translation>人脸</translation>
    </message>
    <message>
      <source>false</source>
      <translation>冒名</translation>
    </message>
    <message>
      <source>header lines</source>
      <translation>表头行</translation>
    </message>
    <message>
      <source>impostor</source>
      <translation>冒名</translation>
    </message>
    <message>
      <source>in</source>
      <translation>在床</translation>
    </message>
    <message>
      <source>in bed</source>
      <translation>在床</translation>
    </message>
    <message>
      <source>late</source>
      <translation>超时</translation>
    </message>
    <message>
      <source>left</source>
      <translation>出院</translation>
    </message>
    <message>
      <source>moved</source>
      <translation>转科</translation>
    </message>
    <message>
      <source>no bed</source>
      <translation>无床号</translation>
    </message>
    <message>
      <source>no name</source>
      <translation>无姓名</translation>
    </message>
    <message>
      <source>no slip</source>
      <translation>无假条</translation>
    </message>
    <message>
      <source>no ward</source>
      <translation>无病区</translation>
    </message>
    <message>
      <source>none</source>
      <translation>查无人</translation>
    </message>
    <message>
      <source>not found</source>
      <translation>查无此人</translation>
    </message>
    <message>
      <source>overdue</source>
      <translation>超时</translation>
    </message>
    <message>
      <source>repeated headers</source>
      <translation>重复的表头</translation>
    </message>
    <message>
      <source>repeats an earlier line</source>
      <translation>与前面的行重复</translation>
    </message>
    <message>
      <source>same bed, another name</source>
      <translation>床号相同，姓名不同</translation>
    </message>
    <message>
      <source>same bed, name agrees as far as it was read</source>
      <translation>床号相同，姓名在已读部分一致</translation>
    </message>
    <message>
      <source>same bed, no name was taken</source>
      <translation>床号相同，未记姓名</translation>
    </message>
    <message>
      <source>same bed, same name</source>
      <translation>床号姓名均相同</translation>
    </message>
    <message>
      <source>same name in another ward</source>
      <translation>另一病区的同名者</translation>
    </message>
    <message>
      <source>same name in this ward, another bed</source>
      <translation>本病区同名，床号不同</translation>
    </message>
    <message>
      <source>shared</source>
      <translation>共用床</translation>
    </message>
    <message>
      <source>shared bed</source>
      <translation>一床多人</translation>
    </message>
    <message>
      <source>slip</source>
      <translation>有假条</translation>
    </message>
    <message>
      <source>the day of admission cannot be read</source>
      <translation>入院日期无法读取</translation>
    </message>
    <message>
      <source>the identity number's check digit is wrong</source>
      <translation>身份证号校验码有误</translation>
    </message>
    <message>
      <source>the leave cannot be read</source>
      <translation>请假情况无法读取</translation>
    </message>
    <message>
      <source>the name's column holds no name: cells may be shifted</source>
      <translation>姓名列没有姓名，单元格可能错位</translation>
    </message>
    <message>
      <source>the spreadsheet lost digits of the identity number</source>
      <translation>表格软件丢失了身份证号的数字</translation>
    </message>
    <message>
      <source>title lines</source>
      <translation>标题行</translation>
    </message>
    <message>
      <source>totals</source>
      <translation>合计行</translation>
    </message>
    <message>
      <source>ward headings</source>
      <translation>病区标题行</translation>
    </message>
    <message>
      <source>ward taken from the line above</source>
      <translation>病区取自上一行</translation>
    </message>
    <message>
      <source>with slip</source>
      <translation>有假条</translation>
    </message>
    <message>
      <source>wristband</source>
      <translation>腕带</translation>
    </message>
  </context>
  <context>
    <name>BedDetails</name>
    <message>
      <source>At</source>
      <translation>时间</translation>
    </message>
    <message>
      <source>Doubts</source>
      <translation>存疑</translation>
    </message>
    <message>
      <source>Identified by (key I)</source>
      <translation>核对方式（按 I）</translation>
    </message>
    <message>
      <source>List</source>
      <translation>名单</translation>
    </message>
    <message>
      <source>List of</source>
      <translation>名单时间</translation>
    </message>
    <message>
      <source>More leave than the region allows: it becomes a suspicion.</source>
      <translation>请假超过本地规定，将列为疑点。</translation>
    </message>
    <message>
      <source>Note</source>
      <translation>记录</translation>
    </message>
    <message>
      <source>Pass before</source>
      <translation>上一遍</translation>
    </message>
    <message>
      <source>Seen</source>
      <translation>所见</translation>
    </message>
    <message>
      <source>The list was made after the walk: it proves less.</source>
      <translation>名单晚于核查时间：证明力较弱。</translation>
    </message>
    <message>
      <source>not on the list</source>
      <translation>名单外</translation>
    </message>
  </context>
  <context>
    <name>BedList</name>
    <message>
      <source>Beds</source>
      <translation>床位</translation>
    </message>
    <message>
      <source>Next bed</source>
      <translation>下一床</translation>
    </message>
  </context>
  <context>
    <name>BedRemark</name>
    <message>
      <source>bed shared</source>
      <translation>共用床</translation>
    </message>
    <message>
      <source>before: {status}</source>
      <translation>上一遍：{status}</translation>
    </message>
    <message>
      <source>day {count}</source>
      <translation>住院{count}天</translation>
    </message>
    <message>
      <source>list is later than the walk</source>
      <translation>名单晚于核查</translation>
    </message>
    <message>
      <source>may be on the list</source>
      <translation>可能在名单上</translation>
    </message>
    <message>
      <source>not on the list</source>
      <translation>名单外</translation>
    </message>
    <message>
      <source>too much leave</source>
      <translation>请假超规定</translation>
    </message>
  </context>
  <context>
    <name>CallConfirmation</name>
    <message>
      <source>Approved by telephone</source>
      <translation>电话批准</translation>
    </message>
    <message>
      <source>Confirm</source>
      <translation>确认</translation>
    </message>
    <message>
      <source>Confirmed by {name} with their passphrase, {time}.</source>
      <translation>{name}已于{time}凭口令确认。</translation>
    </message>
    <message>
      <source>Confirmed on paper, {time}.</source>
      <translation>已于{time}以书面确认。</translation>
    </message>
    <message>
      <source>Passphrase of the approver</source>
      <translation>批准人口令</translation>
    </message>
    <message>
      <source>Take in the signed confirmation</source>
      <translation>录入签字确认件</translation>
    </message>
    <message>
      <source>The confirmation is overdue since {date}.</source>
      <translation>补办确认已逾期（{date}）。</translation>
    </message>
    <message>
      <source>Waits for confirmation until {date}.</source>
      <translation>须于{date}前补办确认。</translation>
    </message>
    <message>
      <source>the approver's own passphrase</source>
      <translation>批准人本人的口令</translation>
    </message>
    <message>
      <source>{name}, called on {number} at {time}, recorded by {recorder}</source>
      <translation>{name}，{time}拨打{number}，由{recorder}记录</translation>
    </message>
  </context>
  <context>
    <name>CallForm</name>
    <message>
      <source>Approved by telephone</source>
      <translation>电话批准</translation>
    </message>
    <message>
      <source>Cancel</source>
      <translation>取消</translation>
    </message>
    <message>
      <source>Number called</source>
      <translation>拨打号码</translation>
    </message>
    <message>
      <source>Read the notice to the approver. The notice says that it was approved by telephone and by whom the call was recorded; the number called stays in the file.</source>
      <translation>请向批准人宣读通知书内容。通知书将注明电话批准及记录人；所拨号码只留存在案卷中。</translation>
    </message>
    <message>
      <source>Record the approval</source>
      <translation>登记批准</translation>
    </message>
    <message>
      <source>Time of the call</source>
      <translation>通话时间</translation>
    </message>
    <message>
      <source>To be confirmed by</source>
      <translation>补办确认期限</translation>
    </message>
    <message>
      <source>Who approved</source>
      <translation>批准人</translation>
    </message>
  </context>
  <context>
    <name>CameraView</name>
    <message>
      <source>A test picture is shown. What is taken here is labelled as drawn.</source>
      <translation>当前为测试画面。在此拍下的图片会注明为绘制。</translation>
    </message>
    <message>
      <source>Back to the gallery</source>
      <translation>返回证据墙</translation>
    </message>
    <message>
      <source>Camera</source>
      <translation>相机</translation>
    </message>
    <message>
      <source>Live picture of the camera</source>
      <translation>相机实时画面</translation>
    </message>
    <message>
      <source>Look for cameras again</source>
      <translation>重新查找相机</translation>
    </message>
    <message>
      <source>Take in files from a phone or camera…</source>
      <translation>导入手机或相机照片…</translation>
    </message>
    <message>
      <source>Take the photograph</source>
      <translation>拍下照片</translation>
    </message>
    <message>
      <source>The camera has given no picture yet. Wait a moment and try again.</source>
      <translation>相机尚未传来画面，请稍等再试。</translation>
    </message>
  </context>
  <context>
    <name>CardDelegate</name>
    <message>
      <source>1 bed</source>
      <translation>床位1</translation>
    </message>
    <message>
      <source>1 finding</source>
      <translation>问题1个</translation>
    </message>
    <message>
      <source>1 piece of evidence</source>
      <translation>证据1份</translation>
    </message>
    <message>
      <source>Next: {step}</source>
      <translation>下一步：{step}</translation>
    </message>
    <message>
      <source>Removed from this laptop</source>
      <translation>已从本机移除</translation>
    </message>
    <message>
      <source>approval by telephone to confirm until {date}</source>
      <translation>电话审批须于{date}前补签</translation>
    </message>
    <message>
      <source>until {date}</source>
      <translation>截至{date}</translation>
    </message>
    <message>
      <source>{count} beds</source>
      <translation>床位{count}</translation>
    </message>
    <message>
      <source>{count} findings</source>
      <translation>问题{count}个</translation>
    </message>
    <message>
      <source>{count} pieces of evidence</source>
      <translation>证据{count}份</translation>
    </message>
  </context>
  <context>
    <name>CertificateForm</name>
    <message>
      <source>A certificate from outside for {name}</source>
      <translation>为{name}导入外部证书</translation>
    </message>
    <message>
      <source>Certificate file</source>
      <translation>证书文件</translation>
    </message>
    <message>
      <source>Certificate file (.p12, .pfx)</source>
      <translation>证书文件（.p12、.pfx）</translation>
    </message>
    <message>
      <source>Certificate files (*.p12 *.pfx)</source>
      <translation>证书文件（*.p12 *.pfx）</translation>
    </message>
    <message>
      <source>Choose …</source>
      <translation>选择…</translation>
    </message>
    <message>
      <source>Import</source>
      <translation>导入</translation>
    </message>
    <message>
      <source>It is on a token (USB key): use that instead</source>
      <translation>证书在数字证书介质（USB Key）中：改用介质</translation>
    </message>
    <message>
      <source>Own passphrase on this laptop</source>
      <translation>本人在此电脑上的口令</translation>
    </message>
    <message>
      <source>Passphrase of the file</source>
      <translation>文件的口令</translation>
    </message>
  </context>
  <context>
    <name>ChecklistGoing</name>
    <message>
      <source>(taken back)</source>
      <translation>（已清除）</translation>
    </message>
    <message>
      <source>Find in the questions</source>
      <translation>在题目中查找</translation>
    </message>
    <message>
      <source>Find the next one</source>
      <translation>查找下一处</translation>
    </message>
    <message>
      <source>Find the one before</source>
      <translation>查找上一处</translation>
    </message>
    <message>
      <source>Go to a section</source>
      <translation>转到章节</translation>
    </message>
    <message>
      <source>History of this answer</source>
      <translation>本题历次作答</translation>
    </message>
    <message>
      <source>Nothing was answered here yet.</source>
      <translation>本题尚未作答。</translation>
    </message>
    <message>
      <source>What makes the checklist unfinished</source>
      <translation>清单还差哪些题</translation>
    </message>
    <message>
      <source>does not apply: {reason}</source>
      <translation>不适用：{reason}</translation>
    </message>
    <message>
      <source>remark: {text}</source>
      <translation>备注：{text}</translation>
    </message>
  </context>
  <context>
    <name>ChecklistIntake</name>
    <message>
      <source>1 mistake</source>
      <translation>1 处错误</translation>
    </message>
    <message>
      <source>1 note</source>
      <translation>1 条提示</translation>
    </message>
    <message>
      <source>Checklist</source>
      <translation>检查清单</translation>
    </message>
    <message>
      <source>It reads {tables}: put that beside it, or say where it lies.</source>
      <translation>该清单要读取{tables}：请放在同一文件夹，或指定所在位置。</translation>
    </message>
    <message>
      <source>Tables</source>
      <translation>表格</translation>
    </message>
    <message>
      <source>With it came {tables}.</source>
      <translation>同时导入了{tables}。</translation>
    </message>
    <message>
      <source>Workbook</source>
      <translation>工作簿</translation>
    </message>
    <message>
      <source>Written as {name}, with {tables} beside it. It holds no answers.</source>
      <translation>已导出{name}，并附{tables}。文件中不含答案。</translation>
    </message>
    <message>
      <source>Written as {name}. It holds no answers.</source>
      <translation>已导出为 {name}，其中不含答案。</translation>
    </message>
    <message>
      <source>{count} mistakes</source>
      <translation>{count} 处错误</translation>
    </message>
    <message>
      <source>{count} notes</source>
      <translation>{count} 条提示</translation>
    </message>
    <message>
      <source>{name} can be taken in; {notes} to look at.</source>
      <translation>{name} 可以导入；有 {notes} 条提示。</translation>
    </message>
    <message>
      <source>{name} was not taken in: {mistakes}, {remarks}. Nothing was changed.</source>
      <translation>{name} 未导入：{mistakes}，{remarks}。原有清单没有改动。</translation>
    </message>
    <message>
      <source>{name}: nothing is wrong; it can be taken in.</source>
      <translation>{name}：没有问题，可以导入。</translation>
    </message>
    <message>
      <source>{name}: {mistakes}, {remarks}.</source>
      <translation>{name}：{mistakes}，{remarks}。</translation>
    </message>
    <message>
      <source>{title} {version} is taken in. New checklists begin with the highest version.</source>
      <translation>“{title}”{version} 已导入。新开始的清单使用最高版本。</translation>
    </message>
  </context>
  <context>
    <name>ChecklistLeaving</name>
    <message>
      <source>Export; the copy is not encrypted</source>
      <translation>导出（导出的文件不加密）</translation>
    </message>
    <message>
      <source>One answer does not fit its question and is empty in it.</source>
      <translation>有1项答案不符合该题要求，在文件中留空。</translation>
    </message>
    <message>
      <source>One piece of evidence has no place in this format and was left out.</source>
      <translation>有1件证据在该格式中无处存放，未导出。</translation>
    </message>
    <message>
      <source>PDF, as it is printed…</source>
      <translation>PDF（与打印件一致）…</translation>
    </message>
    <message>
      <source>Submission for ODK Central or Kobo…</source>
      <translation>ODK Central或Kobo可接收的提交文件…</translation>
    </message>
    <message>
      <source>The checklist went to the printer.</source>
      <translation>检查清单已送打印。</translation>
    </message>
    <message>
      <source>The copy is not encrypted; the timeline keeps that it left.</source>
      <translation>导出文件不加密，时间线会记录此次导出。</translation>
    </message>
    <message>
      <source>Workbook, a sheet for each repeat…</source>
      <translation>Excel工作簿（每个重复组一张表）…</translation>
    </message>
    <message>
      <source>{count} answers do not fit their questions and are empty in it.</source>
      <translation>有{count}项答案不符合题目要求，在文件中留空。</translation>
    </message>
    <message>
      <source>{count} pieces of evidence have no place in this format and were left out.</source>
      <translation>有{count}件证据在该格式中无处存放，未导出。</translation>
    </message>
    <message>
      <source>{name} was written. It is not encrypted.</source>
      <translation>已导出{name}，该文件未加密。</translation>
    </message>
  </context>
  <context>
    <name>ChecklistLibraryPage</name>
    <message>
      <source>Bring back</source>
      <translation>恢复使用</translation>
    </message>
    <message>
      <source>Check a file…</source>
      <translation>检查文件…</translation>
    </message>
    <message>
      <source>Checklist library</source>
      <translation>清单库</translation>
    </message>
    <message>
      <source>Compare with</source>
      <translation>对比</translation>
    </message>
    <message>
      <source>Copy the list</source>
      <translation>复制列表</translation>
    </message>
    <message>
      <source>It reads {tables}, kept with it.</source>
      <translation>该版本读取随附的表格：{tables}。</translation>
    </message>
    <message>
      <source>Looking through the inspections</source>
      <translation>正在查找各检查</translation>
    </message>
    <message>
      <source>No inspection of this laptop uses {title} {version}.</source>
      <translation>本机没有检查使用“{title}”{version}。</translation>
    </message>
    <message>
      <source>No longer for the team</source>
      <translation>取消全组统一</translation>
    </message>
    <message>
      <source>No other version of {title} runs in an inspection of this laptop.</source>
      <translation>本机没有检查正在使用“{title}”的其他版本。</translation>
    </message>
    <message>
      <source>Put away</source>
      <translation>停用</translation>
    </message>
    <message>
      <source>Say where the tables lie…</source>
      <translation>指定表格位置…</translation>
    </message>
    <message>
      <source>Set for the team</source>
      <translation>定为全组统一版本</translation>
    </message>
    <message>
      <source>Settings</source>
      <translation>设置</translation>
    </message>
    <message>
      <source>Take a file in…</source>
      <translation>导入文件…</translation>
    </message>
    <message>
      <source>The list is copied; paste it into a spreadsheet or a message.</source>
      <translation>列表已复制，可粘贴到表格或消息中。</translation>
    </message>
    <message>
      <source>The other version</source>
      <translation>另一版本</translation>
    </message>
    <message>
      <source>Try on what runs</source>
      <translation>在进行中的检查上试用</translation>
    </message>
    <message>
      <source>Trying the version on the inspections</source>
      <translation>正在各检查上试用该版本</translation>
    </message>
    <message>
      <source>Versions of checklists</source>
      <translation>清单各版本</translation>
    </message>
    <message>
      <source>What was found</source>
      <translation>查看结果</translation>
    </message>
    <message>
      <source>Who uses it</source>
      <translation>谁在使用</translation>
    </message>
    <message>
      <source>Write a version as a workbook, change it in a spreadsheet, give it a higher version, check it and take it in. Checklists that were begun keep the version they began with.</source>
      <translation>把某一版导出为工作簿，在表格软件中修改，提高版本号，检查后导入。已经开始的清单仍用开始时的版本。</translation>
    </message>
    <message>
      <source>Write as a file…</source>
      <translation>导出…</translation>
    </message>
    <message>
      <source>{before} beside {after}: one question, choice or setting differs; {same} are the same.</source>
      <translation>{before} 与 {after} 对比：1 处问题、选项或设置不同，{same} 个问题相同。</translation>
    </message>
    <message>
      <source>{before} beside {after}: {changes} questions, choices or settings differ; {same} are the same.</source>
      <translation>{before} 与 {after} 对比：{changes} 处问题、选项或设置不同，{same} 个问题相同。</translation>
    </message>
    <message>
      <source>{title} {version} is offered again.</source>
      <translation>“{title}”{version} 已恢复使用。</translation>
    </message>
    <message>
      <source>{title} {version} is put away. What was begun with it goes on.</source>
      <translation>“{title}”{version} 已停用。已经开始的不受影响。</translation>
    </message>
    <message>
      <source>{title} {version} is set for the team: new inspections carry it to every laptop they are handed to.</source>
      <translation>“{title}”{version} 已定为全组统一版本，随新的检查带到接收的每台电脑。</translation>
    </message>
    <message>
      <source>{title} {version} is used in one inspection of this laptop. Enter opens it.</source>
      <translation>本机有 1 个检查使用“{title}”{version}。按回车打开。</translation>
    </message>
    <message>
      <source>{title} {version} is used in {count} inspections of this laptop. Enter opens one.</source>
      <translation>本机有 {count} 个检查使用“{title}”{version}。按回车打开。</translation>
    </message>
    <message>
      <source>{title} {version} tried on one checklist that runs. Enter shows its answers.</source>
      <translation>已在1份进行中的清单上试用“{title}”{version}，按回车查看受影响的答案。</translation>
    </message>
    <message>
      <source>{title} {version} tried on {count} checklists that run. Enter shows the answers of one.</source>
      <translation>已在{count}份进行中的清单上试用“{title}”{version}，选中一份按回车查看受影响的答案。</translation>
    </message>
    <message>
      <source>{title}: new inspections begin with the highest version again.</source>
      <translation>“{title}”：新的检查恢复使用最高版本。</translation>
    </message>
  </context>
  <context>
    <name>ChecklistMore</name>
    <message>
      <source>Checklist before</source>
      <translation>上一份清单</translation>
    </message>
    <message>
      <source>Finish the checklist</source>
      <translation>填写结束</translation>
    </message>
    <message>
      <source>Finished {time}</source>
      <translation>{time} 填写结束</translation>
    </message>
    <message>
      <source>More</source>
      <translation>更多</translation>
    </message>
    <message>
      <source>Next checklist</source>
      <translation>下一份清单</translation>
    </message>
    <message>
      <source>Read, print or export it</source>
      <translation>审阅、打印或导出</translation>
    </message>
    <message>
      <source>Try another version…</source>
      <translation>试用其他版本…</translation>
    </message>
  </context>
  <context>
    <name>ChecklistPlace</name>
    <message>
      <source>added</source>
      <translation>新增</translation>
    </message>
    <message>
      <source>changed</source>
      <translation>修改</translation>
    </message>
    <message>
      <source>put away</source>
      <translation>已停用</translation>
    </message>
    <message>
      <source>removed</source>
      <translation>删除</translation>
    </message>
    <message>
      <source>shipped</source>
      <translation>随程序提供</translation>
    </message>
    <message>
      <source>superseded</source>
      <translation>已被新版取代</translation>
    </message>
    <message>
      <source>taken in</source>
      <translation>已导入</translation>
    </message>
  </context>
  <context>
    <name>ChecklistTabs</name>
    <message>
      <source>Checklists of this inspection</source>
      <translation>本次检查的清单</translation>
    </message>
  </context>
  <context>
    <name>ChecklistTrialPage</name>
    <message>
      <source>1 answer stands as it is.</source>
      <translation>1项答案保持不变。</translation>
    </message>
    <message>
      <source>1 question is treated differently:</source>
      <translation>1道题有变化：</translation>
    </message>
    <message>
      <source>Accepting keeps every answer; what has no place in the version stays in the history.</source>
      <translation>启用新版本不会丢失任何答案；新版本中没有位置的答案仍保留在历史中。</translation>
    </message>
    <message>
      <source>Answers that the other version treats differently</source>
      <translation>换版后有变化的答案</translation>
    </message>
    <message>
      <source>Back to filling</source>
      <translation>返回填写</translation>
    </message>
    <message>
      <source>Checklist library</source>
      <translation>检查清单库</translation>
    </message>
    <message>
      <source>Checklists of this inspection</source>
      <translation>本次检查的清单</translation>
    </message>
    <message>
      <source>Go on with this version</source>
      <translation>改用此版本</translation>
    </message>
    <message>
      <source>No checklist was begun in this inspection yet.</source>
      <translation>本次检查尚未开始填写任何清单。</translation>
    </message>
    <message>
      <source>Nothing else changes.</source>
      <translation>其他都不变。</translation>
    </message>
    <message>
      <source>The library has no other version of this checklist. Take one in first.</source>
      <translation>清单库中没有该清单的其他版本，请先导入。</translation>
    </message>
    <message>
      <source>The other version</source>
      <translation>另一版本</translation>
    </message>
    <message>
      <source>Try another version</source>
      <translation>试用其他版本</translation>
    </message>
    <message>
      <source>with version</source>
      <translation>对照版本</translation>
    </message>
    <message>
      <source>{count} answers stand as they are.</source>
      <translation>{count}项答案保持不变。</translation>
    </message>
    <message>
      <source>{count} questions are treated differently:</source>
      <translation>{count}道题有变化：</translation>
    </message>
    <message>
      <source>{title} goes on with version {version}; no answer was changed.</source>
      <translation>“{title}”已改用版本{version}，答案均未改动。</translation>
    </message>
  </context>
  <context>
    <name>ChecklistsPage</name>
    <message>
      <source>1 does not comply</source>
      <translation>不合规1</translation>
    </message>
    <message>
      <source>A checklist leads through a ward, a store or a dialysis unit, question by question. Every answer is saved as it is entered.</source>
      <translation>检查清单逐题引导核查病区、药库或透析室，每个答案录入即保存。</translation>
    </message>
    <message>
      <source>Answer</source>
      <translation>回答</translation>
    </message>
    <message>
      <source>Any institution</source>
      <translation>各类机构</translation>
    </message>
    <message>
      <source>Checklist library</source>
      <translation>清单库</translation>
    </message>
    <message>
      <source>Enter the present time</source>
      <translation>填入当前时间</translation>
    </message>
    <message>
      <source>Next open question</source>
      <translation>下一道未答题</translation>
    </message>
    <message>
      <source>Next question</source>
      <translation>下一题</translation>
    </message>
    <message>
      <source>No checklist yet</source>
      <translation>还没有清单</translation>
    </message>
    <message>
      <source>Not saved</source>
      <translation>未保存</translation>
    </message>
    <message>
      <source>Nothing is open any more</source>
      <translation>已全部作答</translation>
    </message>
    <message>
      <source>Points: {points} of {most}</source>
      <translation>得分{points}／{most}</translation>
    </message>
    <message>
      <source>Previous open question</source>
      <translation>上一道未答题</translation>
    </message>
    <message>
      <source>Previous question</source>
      <translation>上一题</translation>
    </message>
    <message>
      <source>Question</source>
      <translation>题目</translation>
    </message>
    <message>
      <source>Questions</source>
      <translation>题目</translation>
    </message>
    <message>
      <source>Record the finding</source>
      <translation>记录为问题</translation>
    </message>
    <message>
      <source>Saved {time}</source>
      <translation>已保存 {time}</translation>
    </message>
    <message>
      <source>Saving …</source>
      <translation>正在保存…</translation>
    </message>
    <message>
      <source>Start a checklist</source>
      <translation>开始清单</translation>
    </message>
    <message>
      <source>Undo the last answer</source>
      <translation>撤销上一个答案</translation>
    </message>
    <message>
      <source>Why is it so?</source>
      <translation>为何如此</translation>
    </message>
    <message>
      <source>Write a remark</source>
      <translation>填写备注</translation>
    </message>
    <message>
      <source>{answered} of {total} answered</source>
      <translation>已答{answered}／{total}</translation>
    </message>
    <message>
      <source>{count} do not comply</source>
      <translation>不合规{count}</translation>
    </message>
    <message>
      <source>{count} required missing</source>
      <translation>必答未答{count}</translation>
    </message>
    <message>
      <source>{count} wrong</source>
      <translation>有误{count}</translation>
    </message>
  </context>
  <context>
    <name>CitedEvidence</name>
    <message>
      <source>Cite evidence that was taken already</source>
      <translation>引用已有证据</translation>
    </message>
    <message>
      <source>Evidence of this finding</source>
      <translation>本问题的证据</translation>
    </message>
    <message>
      <source>Remove  Delete</source>
      <translation>移除  Delete</translation>
    </message>
    <message>
      <source>Show this evidence</source>
      <translation>查看此证据</translation>
    </message>
    <message>
      <source>Take evidence  Ctrl+E</source>
      <translation>取证  Ctrl+E</translation>
    </message>
    <message>
      <source>Take this evidence away from the finding</source>
      <translation>从本问题移除此证据</translation>
    </message>
  </context>
  <context>
    <name>ClaimedStrip</name>
    <message>
      <source>Add them again</source>
      <translation>恢复计入</translation>
    </message>
    <message>
      <source>Count them here</source>
      <translation>计入本项</translation>
    </message>
    <message>
      <source>Count them there</source>
      <translation>计入另一项</translation>
    </message>
    <message>
      <source>Decide again</source>
      <translation>重新决定</translation>
    </message>
    <message>
      <source>Rests on one line of the ledgers</source>
      <translation>依据台账记录 1 行</translation>
    </message>
    <message>
      <source>Rests on {count} lines of the ledgers</source>
      <translation>依据台账记录 {count} 行</translation>
    </message>
    <message>
      <source>Show the other finding</source>
      <translation>查看另一项</translation>
    </message>
    <message>
      <source>{count} of them count here; “{item}” deducts ¥ {amount}.</source>
      <translation>其中 {count} 行计入本项；“{item}”已核减 ¥ {amount}。</translation>
    </message>
    <message>
      <source>{count} of them count in “{item}”; ¥ {amount} are deducted here.</source>
      <translation>其中 {count} 行计入“{item}”；本项已核减 ¥ {amount}。</translation>
    </message>
    <message>
      <source>{count} of them, worth ¥ {amount}, count in “{item}” too.</source>
      <translation>其中 {count} 行（¥ {amount}）同时计入“{item}”。</translation>
    </message>
    <message>
      <source>¥ {amount} are deducted here for a finding that was withdrawn.</source>
      <translation>本项为一项已撤回的问题核减了 ¥ {amount}。</translation>
    </message>
  </context>
  <context>
    <name>ClauseChooser</name>
    <message>
      <source>   (not in force on the days of the conduct)</source>
      <translation>　（行为发生时尚未施行或已失效）</translation>
    </message>
    <message>
      <source>   (text not verified)</source>
      <translation>　（文本未核实）</translation>
    </message>
    <message>
      <source>Clauses</source>
      <translation>条款</translation>
    </message>
    <message>
      <source>Find a clause</source>
      <translation>查找条款</translation>
    </message>
    <message>
      <source>Find a clause: article, conduct</source>
      <translation>查找条款：条号、行为</translation>
    </message>
    <message>
      <source>The lead confirms this clause</source>
      <translation>组长确认此条款</translation>
    </message>
    <message>
      <source>{clause} was not in force on the days of the conduct. Correct the days, or take it out.</source>
      <translation>{clause}在行为发生时不适用。请更正行为日期或去掉该条款。</translation>
    </message>
    <message>
      <source>{clause}: nobody has verified its text; a lead must confirm it.</source>
      <translation>{clause}：文本未经核实，须由组长确认。</translation>
    </message>
  </context>
  <context>
    <name>ClausePage</name>
    <message>
      <source>A clause opens from a finding that cites it, or from the search: Ctrl+K and a word of it.</source>
      <translation>可从引用条款的问题打开，或按Ctrl+K搜索条款中的词语。</translation>
    </message>
    <message>
      <source>About</source>
      <translation>内容</translation>
    </message>
    <message>
      <source>Back to the inspections</source>
      <translation>返回检查列表</translation>
    </message>
    <message>
      <source>Binds</source>
      <translation>适用对象</translation>
    </message>
    <message>
      <source>Clause</source>
      <translation>条款</translation>
    </message>
    <message>
      <source>In force</source>
      <translation>效力</translation>
    </message>
    <message>
      <source>Measures</source>
      <translation>处理措施</translation>
    </message>
    <message>
      <source>No clause is open</source>
      <translation>没有打开的条款</translation>
    </message>
    <message>
      <source>Not verified</source>
      <translation>尚未核实</translation>
    </message>
    <message>
      <source>Source</source>
      <translation>出处</translation>
    </message>
    <message>
      <source>Verified</source>
      <translation>已核实</translation>
    </message>
    <message>
      <source>Wording</source>
      <translation>原文</translation>
    </message>
    <message>
      <source>since {day}</source>
      <translation>自 {day} 起施行</translation>
    </message>
  </context>
  <context>
    <name>ColumnTable</name>
    <message>
      <source>Column</source>
      <translation>列</translation>
    </message>
    <message>
      <source>Columns of the file</source>
      <translation>文件的列</translation>
    </message>
    <message>
      <source>For example</source>
      <translation>例如</translation>
    </message>
    <message>
      <source>Meaning of column {header}</source>
      <translation>{header}列的含义</translation>
    </message>
    <message>
      <source>Means</source>
      <translation>含义</translation>
    </message>
    <message>
      <source>Why</source>
      <translation>理由</translation>
    </message>
    <message>
      <source>column {number}</source>
      <translation>第{number}列</translation>
    </message>
    <message>
      <source>— left out —</source>
      <translation>— 不采用 —</translation>
    </message>
  </context>
  <context>
    <name>CommandPalette</name>
    <message>
      <source>Actions and places</source>
      <translation>操作与位置</translation>
    </message>
    <message>
      <source>An action, a place, or anything in the inspections</source>
      <translation>操作、页面，或检查中的任何内容</translation>
    </message>
    <message>
      <source>Search actions and places</source>
      <translation>搜索操作和位置</translation>
    </message>
  </context>
  <context>
    <name>ContextPanel</name>
    <message>
      <source>Select something to see its evidence, clauses and history here.</source>
      <translation>选择一项内容，这里会显示其证据、条款和历史。</translation>
    </message>
  </context>
  <context>
    <name>CorrectionBar</name>
    <message>
      <source>Column to correct</source>
      <translation>更正的列</translation>
    </message>
    <message>
      <source>Line {row}</source>
      <translation>第 {row} 行</translation>
    </message>
    <message>
      <source>Use it</source>
      <translation>采用</translation>
    </message>
    <message>
      <source>What should stand there</source>
      <translation>应为</translation>
    </message>
    <message>
      <source>What should stand there; Enter uses it</source>
      <translation>应填写的内容；回车确认</translation>
    </message>
    <message>
      <source>{count} lines</source>
      <translation>{count} 行</translation>
    </message>
  </context>
  <context>
    <name>CountLines</name>
    <message>
      <source>Item</source>
      <translation>品名</translation>
    </message>
    <message>
      <source>Line</source>
      <translation>行号</translation>
    </message>
    <message>
      <source>Loose</source>
      <translation>散装</translation>
    </message>
    <message>
      <source>Packs</source>
      <translation>整装</translation>
    </message>
    <message>
      <source>Specification</source>
      <translation>规格</translation>
    </message>
  </context>
  <context>
    <name>CountSheets</name>
    <message>
      <source>Count sheet</source>
      <translation>盘点表</translation>
    </message>
    <message>
      <source>Print a count sheet</source>
      <translation>打印盘点表</translation>
    </message>
    <message>
      <source>Type a count back</source>
      <translation>录入盘点</translation>
    </message>
  </context>
  <context>
    <name>CountTyping</name>
    <message>
      <source>Back without taking</source>
      <translation>返回（不采用）</translation>
    </message>
    <message>
      <source>Day of the count</source>
      <translation>盘点日期</translation>
    </message>
    <message>
      <source>Go to a line</source>
      <translation>转到某行</translation>
    </message>
    <message>
      <source>Line   /</source>
      <translation>行号   /</translation>
    </message>
    <message>
      <source>Line of the sheet</source>
      <translation>盘点表行号</translation>
    </message>
    <message>
      <source>Lines of the count sheet</source>
      <translation>盘点表各行</translation>
    </message>
    <message>
      <source>No sheet was printed yet. Print one first; its lines stand here then.</source>
      <translation>尚未打印盘点表。请先打印，打印后各行在此录入。</translation>
    </message>
    <message>
      <source>Stock room</source>
      <translation>库房</translation>
    </message>
    <message>
      <source>Take the count</source>
      <translation>采用盘点结果</translation>
    </message>
    <message>
      <source>Typed: {count} of {whole}</source>
      <translation>已录入{count}/{whole}</translation>
    </message>
    <message>
      <source>Which sheet</source>
      <translation>选择盘点表</translation>
    </message>
    <message>
      <source>Who of the institution was present</source>
      <translation>机构在场人员</translation>
    </message>
  </context>
  <context>
    <name>CrashReporter</name>
    <message>
      <source>Copy its path</source>
      <translation>复制路径</translation>
    </message>
    <message>
      <source>Everything that was shown as saved is safe. You can go on; if it happens again, restart the program and send this file to your support:
{file}</source>
      <translation>凡显示已保存的内容都是安全的，可以继续工作。如再次出现，请重启程序，并将此文件发给技术支持：
{file}</translation>
    </message>
    <message>
      <source>Go on</source>
      <translation>继续</translation>
    </message>
    <message>
      <source>Open its folder</source>
      <translation>打开所在文件夹</translation>
    </message>
    <message>
      <source>The program made a mistake</source>
      <translation>程序出错了</translation>
    </message>
    <message>
      <source>What you just did may not have worked.</source>
      <translation>您刚才的操作可能没有成功。</translation>
    </message>
  </context>
  <context>
    <name>DateField</name>
    <message>
      <source>Choose the day in a calendar</source>
      <translation>从日历选择</translation>
    </message>
    <message>
      <source>Choose the day in a calendar (F4)</source>
      <translation>从日历选择（F4）</translation>
    </message>
    <message>
      <source>Such as 20261101</source>
      <translation>如20261101</translation>
    </message>
    <message>
      <source>This is no day; the one before stays. Type it such as 20261101, or choose it with F4.</source>
      <translation>日期无法识别，仍按原日期保存。请按20261101的格式输入，或按F4从日历选择。</translation>
    </message>
  </context>
  <context>
    <name>DeadlineEdit</name>
    <message>
      <source>By the region's rule: {date}</source>
      <translation>按地区规定：{date}</translation>
    </message>
    <message>
      <source>Choose a day</source>
      <translation>请选择日期</translation>
    </message>
  </context>
  <context>
    <name>DeliveryForm</name>
    <message>
      <source>How it is delivered</source>
      <translation>送达方式</translation>
    </message>
    <message>
      <source>How it was refused</source>
      <translation>拒收情况</translation>
    </message>
    <message>
      <source>Picture of the documents left there …</source>
      <translation>留置现场照片…</translation>
    </message>
    <message>
      <source>Place of delivery</source>
      <translation>送达地点</translation>
    </message>
    <message>
      <source>Post, or relation to the institution</source>
      <translation>职务或与机构的关系</translation>
    </message>
    <message>
      <source>Received</source>
      <translation>已签收</translation>
    </message>
    <message>
      <source>Refused</source>
      <translation>拒收</translation>
    </message>
    <message>
      <source>The documents are left on the premises. Ctrl+E takes a picture for the receipt.</source>
      <translation>文书留置送达。按 Ctrl+E 拍照留证。</translation>
    </message>
    <message>
      <source>Unit or post of the witness</source>
      <translation>见证人单位或职务</translation>
    </message>
    <message>
      <source>What is delivered</source>
      <translation>送达文书</translation>
    </message>
    <message>
      <source>Who said what; the receipt states it.</source>
      <translation>谁怎样拒收，将写入回证。</translation>
    </message>
    <message>
      <source>Who takes the documents</source>
      <translation>签收人</translation>
    </message>
    <message>
      <source>Witness</source>
      <translation>见证人</translation>
    </message>
  </context>
  <context>
    <name>DeliveryMode</name>
    <message>
      <source>By mail</source>
      <translation>邮寄送达</translation>
    </message>
    <message>
      <source>Electronically</source>
      <translation>电子送达</translation>
    </message>
    <message>
      <source>Handed over directly</source>
      <translation>直接送达</translation>
    </message>
    <message>
      <source>Through an agent</source>
      <translation>委托送达</translation>
    </message>
  </context>
  <context>
    <name>DeliveryPage</name>
    <message>
      <source>Close it now</source>
      <translation>现在关闭</translation>
    </message>
    <message>
      <source>Closed {time}</source>
      <translation>{time} 结束</translation>
    </message>
    <message>
      <source>Everything is saved as it is typed. Read the receipt, then close it.</source>
      <translation>内容随时保存。阅看回证后关闭。</translation>
    </message>
    <message>
      <source>Not yet</source>
      <translation>暂不</translation>
    </message>
    <message>
      <source>One document at least is delivered. Withdraw this receipt if there is none.</source>
      <translation>至少须送达一份文书；如无，请撤回本回证。</translation>
    </message>
    <message>
      <source>Picture of the documents left there</source>
      <translation>留置现场照片</translation>
    </message>
    <message>
      <source>Pictures (*.jpg *.jpeg *.png *.heic)</source>
      <translation>图片 (*.jpg *.jpeg *.png *.heic)</translation>
    </message>
    <message>
      <source>Print it, have it signed, then take in the scan of the signed copy.</source>
      <translation>打印并请对方签字，再收入签字件的扫描件。</translation>
    </message>
    <message>
      <source>The signed copy is evidence {numbers}.</source>
      <translation>签字件为证据{numbers}。</translation>
    </message>
    <message>
      <source>The time of delivery is fixed now, the receipt is laid out for good and never changed afterwards; a mistake is mended by withdrawing it and making a new one.</source>
      <translation>送达时间随即固定，回证定稿后不再改动；如有错误，撤回后另行制作。</translation>
    </message>
    <message>
      <source>Write down who takes the documents, or that they were refused.</source>
      <translation>填写签收人，或写明拒收情况。</translation>
    </message>
  </context>
  <context>
    <name>DeparturePage</name>
    <message>
      <source>Before leaving</source>
      <translation>出发前检查</translation>
    </message>
    <message>
      <source>Everything is in order.</source>
      <translation>一切就绪。</translation>
    </message>
    <message>
      <source>Go there</source>
      <translation>前往处理</translation>
    </message>
    <message>
      <source>Go there: {words}</source>
      <translation>前往处理：{words}</translation>
    </message>
    <message>
      <source>Look again</source>
      <translation>重新检查</translation>
    </message>
    <message>
      <source>One point needs a look before you go.</source>
      <translation>出发前有1项需要处理。</translation>
    </message>
    <message>
      <source>Print the test page</source>
      <translation>打印测试页</translation>
    </message>
    <message>
      <source>Test page</source>
      <translation>测试页</translation>
    </message>
    <message>
      <source>The test page went to the printer. Look at the paper.</source>
      <translation>测试页已送打印机，请查看纸张。</translation>
    </message>
    <message>
      <source>in order</source>
      <translation>正常</translation>
    </message>
    <message>
      <source>needs a look</source>
      <translation>需处理</translation>
    </message>
    <message>
      <source>{count} points need a look before you go.</source>
      <translation>出发前有{count}项需要处理。</translation>
    </message>
  </context>
  <context>
    <name>Dialysis</name>
    <message>
      <source>Billed</source>
      <translation>计费</translation>
    </message>
    <message>
      <source>Counted</source>
      <translation>期末实盘</translation>
    </message>
    <message>
      <source>Dialysers billed</source>
      <translation>计费透析器</translation>
    </message>
    <message>
      <source>Model</source>
      <translation>型号</translation>
    </message>
    <message>
      <source>Month</source>
      <translation>月份</translation>
    </message>
    <message>
      <source>Number</source>
      <translation>号码</translation>
    </message>
    <message>
      <source>Opening</source>
      <translation>期初</translation>
    </message>
    <message>
      <source>Patient</source>
      <translation>患者</translation>
    </message>
    <message>
      <source>Purchased</source>
      <translation>购进</translation>
    </message>
    <message>
      <source>Recorded</source>
      <translation>治疗记录</translation>
    </message>
    <message>
      <source>Returned, lost</source>
      <translation>退货、损耗</translation>
    </message>
    <message>
      <source>Scheduled</source>
      <translation>排班或机器记录</translation>
    </message>
    <message>
      <source>Used up</source>
      <translation>实际消耗</translation>
    </message>
  </context>
  <context>
    <name>DialysisCountsPage</name>
    <message>
      <source>All months</source>
      <translation>全部月份</translation>
    </message>
    <message>
      <source>Back to the counts</source>
      <translation>返回次数核对</translation>
    </message>
    <message>
      <source>Dialysers by model</source>
      <translation>按型号的透析器</translation>
    </message>
    <message>
      <source>Find a patient</source>
      <translation>查找患者</translation>
    </message>
    <message>
      <source>Import the billing and the treatment records, and schedule, purchases and stock where there are any. Every patient's sessions of a month stand side by side as each ledger has them.</source>
      <translation>请导入收费明细和透析治疗记录，有排班、采购、盘存的一并导入。每名患者每月的透析次数按各台账并列显示。</translation>
    </message>
    <message>
      <source>Months that do not agree</source>
      <translation>次数不一致的月份</translation>
    </message>
    <message>
      <source>No ledgers of dialysis yet</source>
      <translation>尚未导入透析台账</translation>
    </message>
    <message>
      <source>Patient or number   /</source>
      <translation>患者或号码   /</translation>
    </message>
    <message>
      <source>Patients: {patients}  ·  months: {months}  ·  that do not agree: {different}</source>
      <translation>患者{patients}人 · 患者月份{months}个 · 不一致{different}个</translation>
    </message>
    <message>
      <source>Sessions by patient and month</source>
      <translation>按患者和月份的透析次数</translation>
    </message>
    <message>
      <source>Show the lines of the month</source>
      <translation>查看当月台账明细</translation>
    </message>
    <message>
      <source>Which counts</source>
      <translation>显示范围</translation>
    </message>
  </context>
  <context>
    <name>DialysisPage</name>
    <message>
      <source>Dialysis has not been checked yet</source>
      <translation>尚未核查血液透析</translation>
    </message>
    <message>
      <source>The checklist for dialysis compares sessions billed with treatment records and machines, and filters billed with filters bought, used and still on the shelf.</source>
      <translation>透析清单核对结算次数与治疗记录、机器台次，以及透析器的结算数、购进数、使用数与库存数。</translation>
    </message>
  </context>
  <context>
    <name>DialysisPicture</name>
    <message>
      <source>Billed</source>
      <translation>计费</translation>
    </message>
    <message>
      <source>Counted</source>
      <translation>期末实盘</translation>
    </message>
    <message>
      <source>Dialysers</source>
      <translation>计费透析器</translation>
    </message>
    <message>
      <source>No ledger covers: {names}</source>
      <translation>无台账可核对：{names}</translation>
    </message>
    <message>
      <source>Opening</source>
      <translation>期初</translation>
    </message>
    <message>
      <source>Purchased</source>
      <translation>购进</translation>
    </message>
    <message>
      <source>Recorded</source>
      <translation>治疗记录</translation>
    </message>
    <message>
      <source>Returned, lost</source>
      <translation>退货、损耗</translation>
    </message>
    <message>
      <source>Scheduled</source>
      <translation>排班或机器记录</translation>
    </message>
    <message>
      <source>Used up</source>
      <translation>实际消耗</translation>
    </message>
    <message>
      <source>Without opening and counted stock nothing is known of what was used up.</source>
      <translation>没有期初和期末实盘，无法得出实际消耗。</translation>
    </message>
  </context>
  <context>
    <name>DialysisPlace</name>
    <message>
      <source>Checklist</source>
      <translation>检查清单</translation>
    </message>
    <message>
      <source>Import the billing and the treatment records. Sessions without a record, other modes and models than were used, models nobody bought and more material than sessions need are pointed at.</source>
      <translation>请导入收费明细和透析治疗记录。计费而无记录的次数、与实际不符的透析方式和型号、无采购记录的型号、超过用量的耗材，都会列为疑点。</translation>
    </message>
    <message>
      <source>Nothing to point at yet</source>
      <translation>尚无疑点</translation>
    </message>
    <message>
      <source>Points</source>
      <translation>疑点</translation>
    </message>
    <message>
      <source>Sessions</source>
      <translation>透析次数</translation>
    </message>
  </context>
  <context>
    <name>DisagreementView</name>
    <message>
      <source>This laptop, {when}</source>
      <translation>本机，{when}</translation>
    </message>
    <message>
      <source>Two laptops changed this without knowing of each other ({count} open). Choose what holds; the other value stays in the history.</source>
      <translation>两台电脑各自改动了这一项（尚有 {count} 处待定）。请选定以哪一边为准，另一边保留在历史记录中。</translation>
    </message>
    <message>
      <source>{name}'s laptop, {when}</source>
      <translation>{name}的电脑，{when}</translation>
    </message>
  </context>
  <context>
    <name>DocumentStep</name>
    <message>
      <source>Close with time</source>
      <translation>结束并记时</translation>
    </message>
    <message>
      <source>Complete it</source>
      <translation>补充内容</translation>
    </message>
    <message>
      <source>Deliver</source>
      <translation>送达</translation>
    </message>
    <message>
      <source>Have it approved</source>
      <translation>送审批</translation>
    </message>
    <message>
      <source>Issue</source>
      <translation>签发</translation>
    </message>
    <message>
      <source>Print</source>
      <translation>打印</translation>
    </message>
    <message>
      <source>Sign and issue</source>
      <translation>签署并签发</translation>
    </message>
    <message>
      <source>Take in the signed copy</source>
      <translation>收入签字件</translation>
    </message>
  </context>
  <context>
    <name>DocumentType</name>
    <message>
      <source>1 signature.</source>
      <translation>共 1 个签名。</translation>
    </message>
    <message>
      <source>Advance registration</source>
      <translation>先行登记保存</translation>
    </message>
    <message>
      <source>Advises the institution without an order.</source>
      <translation>向机构提出整改建议，不作责令。</translation>
    </message>
    <message>
      <source>Announces an inspection beforehand.</source>
      <translation>检查前告知被检查机构。</translation>
    </message>
    <message>
      <source>Asks those responsible to come and talk.</source>
      <translation>通知负责人前来约谈。</translation>
    </message>
    <message>
      <source>Commitment</source>
      <translation>承诺书</translation>
    </message>
    <message>
      <source>Confirmation</source>
      <translation>签字反馈表</translation>
    </message>
    <message>
      <source>Delivery receipt</source>
      <translation>送达回证</translation>
    </message>
    <message>
      <source>Details of the findings</source>
      <translation>问题明细清单</translation>
    </message>
    <message>
      <source>Every piece with its hash; its numbers are fixed when it is issued.</source>
      <translation>逐件列明证据及其校验值；签发时编号固定。</translation>
    </message>
    <message>
      <source>Evidence list</source>
      <translation>证据清单</translation>
    </message>
    <message>
      <source>Hands clues to the police, the health authority or another body.</source>
      <translation>向公安、卫生健康等部门移送线索。</translation>
    </message>
    <message>
      <source>Inspection notice</source>
      <translation>检查通知书</translation>
    </message>
    <message>
      <source>Interview</source>
      <translation>询问笔录</translation>
    </message>
    <message>
      <source>Must change it before approving.</source>
      <translation>批准前须先自行更改口令。</translation>
    </message>
    <message>
      <source>Orders the institution to put the findings right by a day.</source>
      <translation>责令机构限期改正已认定的问题。</translation>
    </message>
    <message>
      <source>Photographs</source>
      <translation>现场照片</translation>
    </message>
    <message>
      <source>Proposal to an authority</source>
      <translation>建议函</translation>
    </message>
    <message>
      <source>Questions to a person and their answers.</source>
      <translation>对有关人员的询问和回答。</translation>
    </message>
    <message>
      <source>Record of the visit</source>
      <translation>现场检查笔录</translation>
    </message>
    <message>
      <source>Rectification notice</source>
      <translation>责令整改通知书</translation>
    </message>
    <message>
      <source>Rectification proposal</source>
      <translation>整改建议书</translation>
    </message>
    <message>
      <source>Table of problems</source>
      <translation>问题表</translation>
    </message>
    <message>
      <source>Talk notice</source>
      <translation>约谈通知书</translation>
    </message>
    <message>
      <source>Tells another authority what it should look at.</source>
      <translation>提请其他部门关注有关问题。</translation>
    </message>
    <message>
      <source>The findings under the sixteen national columns; also as a workbook.</source>
      <translation>按国家飞检问题表十六栏列出问题；可另存为电子表格。</translation>
    </message>
    <message>
      <source>The institution signs what was found, with its own statement.</source>
      <translation>由机构对检查发现签字确认，并写明意见。</translation>
    </message>
    <message>
      <source>The lines of the ledgers behind each finding, as an annex; also as a workbook.</source>
      <translation>各问题所依据的台账逐行列出，作为附件；可另存为电子表格。</translation>
    </message>
    <message>
      <source>The pictures with captions, as an annex.</source>
      <translation>带说明的现场照片，作为附件。</translation>
    </message>
    <message>
      <source>Things that might be lost are listed and kept until a day.</source>
      <translation>可能灭失的证据先行登记，在期限内保存。</translation>
    </message>
    <message>
      <source>To whom, how, when and where documents came; or that they were refused.</source>
      <translation>文书送给谁、怎样送、何时何地送达，或被拒收的情况。</translation>
    </message>
    <message>
      <source>Transfer letter</source>
      <translation>移送函</translation>
    </message>
    <message>
      <source>What the institution promises, to be signed.</source>
      <translation>机构作出的承诺，由其签字。</translation>
    </message>
    <message>
      <source>What was seen and done, closed with its time.</source>
      <translation>记录检查经过和所见事实，写明起止时间。</translation>
    </message>
    <message>
      <source>{count} signatures.</source>
      <translation>共 {count} 个签名。</translation>
    </message>
  </context>
  <context>
    <name>DocumentsPlace</name>
    <message>
      <source>All documents</source>
      <translation>全部文书</translation>
    </message>
    <message>
      <source>Deliver what waits</source>
      <translation>送达待送文书</translation>
    </message>
    <message>
      <source>Documents</source>
      <translation>文书</translation>
    </message>
    <message>
      <source>Go on with the notice</source>
      <translation>继续办理通知书</translation>
    </message>
    <message>
      <source>More</source>
      <translation>更多</translation>
    </message>
    <message>
      <source>New document</source>
      <translation>新建文书</translation>
    </message>
    <message>
      <source>No document yet</source>
      <translation>还没有文书</translation>
    </message>
    <message>
      <source>Notices, confirmations, lists, letters and delivery receipts of this inspection stand here, each with its next step.</source>
      <translation>本次检查的通知书、反馈表、清单、函件和送达回证都在这里，并标明下一步。</translation>
    </message>
    <message>
      <source>Write another notice</source>
      <translation>另制一份通知书</translation>
    </message>
    <message>
      <source>Write the notice</source>
      <translation>起草通知书</translation>
    </message>
  </context>
  <context>
    <name>DraftKeeper</name>
    <message>
      <source>Finished {time}</source>
      <translation>{time} 填写结束</translation>
    </message>
    <message>
      <source>Unfinished. The last answer was saved at {time}.</source>
      <translation>尚未填完。最后一次保存于{time}。</translation>
    </message>
    <message>
      <source>What was being typed here is back. It is not saved yet.</source>
      <translation>上次未输完的内容已恢复，尚未保存。</translation>
    </message>
  </context>
  <context>
    <name>EarlierVisit</name>
    <message>
      <source>Earlier visit {day}: {answer}</source>
      <translation>上次检查 {day}：{answer}</translation>
    </message>
    <message>
      <source>did not comply</source>
      <translation>不符合</translation>
    </message>
    <message>
      <source>does not apply: {reason}</source>
      <translation>不适用：{reason}</translation>
    </message>
    <message>
      <source>remark: {text}</source>
      <translation>备注：{text}</translation>
    </message>
  </context>
  <context>
    <name>Evidence</name>
    <message>
      <source>Answer</source>
      <translation>回答</translation>
    </message>
    <message>
      <source>Audio-visual material</source>
      <translation>视听资料</translation>
    </message>
    <message>
      <source>Bed</source>
      <translation>床号</translation>
    </message>
    <message>
      <source>Document</source>
      <translation>文书</translation>
    </message>
    <message>
      <source>Documentary evidence</source>
      <translation>书证</translation>
    </message>
    <message>
      <source>Drawn by this program from figures</source>
      <translation>本软件依据数据绘制</translation>
    </message>
    <message>
      <source>Electronic data</source>
      <translation>电子数据</translation>
    </message>
    <message>
      <source>Evidence</source>
      <translation>证据</translation>
    </message>
    <message>
      <source>Expert opinion</source>
      <translation>鉴定意见</translation>
    </message>
    <message>
      <source>File</source>
      <translation>文件</translation>
    </message>
    <message>
      <source>File, dropped</source>
      <translation>拖入的文件</translation>
    </message>
    <message>
      <source>Finding</source>
      <translation>问题</translation>
    </message>
    <message>
      <source>Ledger</source>
      <translation>台账</translation>
    </message>
    <message>
      <source>Pasted</source>
      <translation>粘贴</translation>
    </message>
    <message>
      <source>Physical evidence</source>
      <translation>物证</translation>
    </message>
    <message>
      <source>Record of inspection on site</source>
      <translation>勘验（现场）笔录</translation>
    </message>
    <message>
      <source>Registered by its hash; kept elsewhere</source>
      <translation>已登记哈希值，原件存放他处</translation>
    </message>
    <message>
      <source>Roster</source>
      <translation>在院名单</translation>
    </message>
    <message>
      <source>Scanned</source>
      <translation>扫描</translation>
    </message>
    <message>
      <source>Source file of an import</source>
      <translation>导入的源文件</translation>
    </message>
    <message>
      <source>Statement of the party</source>
      <translation>当事人陈述</translation>
    </message>
    <message>
      <source>Suspicion</source>
      <translation>疑点</translation>
    </message>
    <message>
      <source>Taken with this program's camera</source>
      <translation>用本程序相机拍摄</translation>
    </message>
    <message>
      <source>This document cannot be shown here. Its bytes are safe and unchanged.</source>
      <translation>此文件无法在这里显示，其字节安全且未改动。</translation>
    </message>
    <message>
      <source>This file has no picture. Write the original to a folder to open it.</source>
      <translation>此文件没有图像，请将原件写入文件夹后打开。</translation>
    </message>
    <message>
      <source>This recording is kept at: {place}</source>
      <translation>此录音录像存放于：{place}</translation>
    </message>
    <message>
      <source>Visit</source>
      <translation>进场</translation>
    </message>
    <message>
      <source>Witness testimony</source>
      <translation>证人证言</translation>
    </message>
    <message>
      <source>a picture editor wrote it</source>
      <translation>由图片编辑软件写成</translation>
    </message>
    <message>
      <source>it came through a chat program</source>
      <translation>经由聊天软件传来</translation>
    </message>
    <message>
      <source>it is a drawn test picture, no photograph</source>
      <translation>是绘制的测试画面，不是照片</translation>
    </message>
    <message>
      <source>it is a screenshot</source>
      <translation>是屏幕截图</translation>
    </message>
    <message>
      <source>it was pasted from the clipboard</source>
      <translation>由剪贴板粘贴</translation>
    </message>
    <message>
      <source>its size is not the one the camera wrote</source>
      <translation>尺寸与相机所写不符</translation>
    </message>
    <message>
      <source>the file carries no camera data (EXIF)</source>
      <translation>文件没有相机数据（EXIF）</translation>
    </message>
    <message>
      <source>this program drew it from figures</source>
      <translation>由本软件依据数据绘制</translation>
    </message>
  </context>
  <context>
    <name>EvidenceCell</name>
    <message>
      <source>Caption</source>
      <translation>说明</translation>
    </message>
    <message>
      <source>Not original</source>
      <translation>非原始</translation>
    </message>
    <message>
      <source>Set aside</source>
      <translation>已搁置</translation>
    </message>
  </context>
  <context>
    <name>EvidenceDetails</name>
    <message>
      <source>A reason leaves the piece out of every document</source>
      <translation>填写理由后，各文书不再引用该证据</translation>
    </message>
    <message>
      <source>By</source>
      <translation>拍摄人</translation>
    </message>
    <message>
      <source>Caption</source>
      <translation>说明</translation>
    </message>
    <message>
      <source>Captured</source>
      <translation>拍摄时间</translation>
    </message>
    <message>
      <source>Carries a place</source>
      <translation>含位置信息</translation>
    </message>
    <message>
      <source>Cited by</source>
      <translation>引用处</translation>
    </message>
    <message>
      <source>Copied from</source>
      <translation>复制来源</translation>
    </message>
    <message>
      <source>Device</source>
      <translation>设备</translation>
    </message>
    <message>
      <source>Evidence {number}</source>
      <translation>证据{number}</translation>
    </message>
    <message>
      <source>File</source>
      <translation>文件</translation>
    </message>
    <message>
      <source>Kept at</source>
      <translation>存放处</translation>
    </message>
    <message>
      <source>Kind of evidence</source>
      <translation>证据种类</translation>
    </message>
    <message>
      <source>Not an original file: {reason}</source>
      <translation>非原始文件：{reason}</translation>
    </message>
    <message>
      <source>Nothing yet</source>
      <translation>暂无</translation>
    </message>
    <message>
      <source>Provided by</source>
      <translation>提供人</translation>
    </message>
    <message>
      <source>Recorder</source>
      <translation>记录仪</translation>
    </message>
    <message>
      <source>Set aside because</source>
      <translation>搁置理由</translation>
    </message>
    <message>
      <source>Set aside: {reason}</source>
      <translation>已搁置：{reason}</translation>
    </message>
    <message>
      <source>Signed as agreeing with the original by</source>
      <translation>「与原件核对一致」签字人</translation>
    </message>
    <message>
      <source>Size</source>
      <translation>大小</translation>
    </message>
    <message>
      <source>Take this binding back</source>
      <translation>取消此关联</translation>
    </message>
    <message>
      <source>Taken in</source>
      <translation>接收时间</translation>
    </message>
    <message>
      <source>The laptop's clock jumped before this was taken in.</source>
      <translation>接收此件之前电脑时钟曾跳变。</translation>
    </message>
    <message>
      <source>The laptop's clock was {seconds} s ahead of the reference.</source>
      <translation>电脑时钟比参考时间快{seconds}秒。</translation>
    </message>
    <message>
      <source>Way in</source>
      <translation>进入方式</translation>
    </message>
    <message>
      <source>not said</source>
      <translation>未载明</translation>
    </message>
    <message>
      <source>yes, in the original only</source>
      <translation>有，仅在原件中</translation>
    </message>
  </context>
  <context>
    <name>EvidenceEditing</name>
    <message>
      <source>Select a picture first; only pictures have such copies.</source>
      <translation>请先选择图片；只有图片才有此类副本。</translation>
    </message>
    <message>
      <source>There is nothing to undo here.</source>
      <translation>这里没有可撤销的内容。</translation>
    </message>
    <message>
      <source>Write the copy, unencrypted, to</source>
      <translation>将未加密副本写入</translation>
    </message>
    <message>
      <source>Write the original, unencrypted, to</source>
      <translation>将原件（不加密）写入</translation>
    </message>
    <message>
      <source>{name} was written, unencrypted. Copies of this picture so far: {count}.</source>
      <translation>已写出{name}（未加密）。此图片累计写出{count}份。</translation>
    </message>
    <message>
      <source>{name} was written. It is not encrypted there.</source>
      <translation>{name}已写出，在那里未加密。</translation>
    </message>
  </context>
  <context>
    <name>EvidenceGrid</name>
    <message>
      <source>Evidence</source>
      <translation>证据</translation>
    </message>
    <message>
      <source>Pick no more</source>
      <translation>结束多选</translation>
    </message>
    <message>
      <source>Pick this piece, or leave it out</source>
      <translation>选中或取消此件</translation>
    </message>
  </context>
  <context>
    <name>EvidenceLayout</name>
    <message>
      <source>All</source>
      <translation>全部</translation>
    </message>
    <message>
      <source>Bind to nothing</source>
      <translation>不关联</translation>
    </message>
    <message>
      <source>Documents and data</source>
      <translation>文件与数据</translation>
    </message>
    <message>
      <source>No evidence yet</source>
      <translation>无证据</translation>
    </message>
    <message>
      <source>Not cited yet</source>
      <translation>未被引用</translation>
    </message>
    <message>
      <source>Not original files</source>
      <translation>非原始文件</translation>
    </message>
    <message>
      <source>Nothing matches. Clear the search or choose All.</source>
      <translation>没有符合的内容。请清除搜索或选择“全部”。</translation>
    </message>
    <message>
      <source>Photographs, scans, files and recordings of this inspection belong here. Take a photograph, drop files on this page, or paste. Originals are kept byte for byte.</source>
      <translation>本次检查的照片、扫描件、文件和录音录像放在这里。请拍照、将文件拖到本页或粘贴。原件逐字节保存。</translation>
    </message>
    <message>
      <source>Pictures</source>
      <translation>图片</translation>
    </message>
    <message>
      <source>Recordings</source>
      <translation>录音录像</translation>
    </message>
    <message>
      <source>Search caption, number, file, bed …   /</source>
      <translation>搜索说明、编号、文件、床位…　/</translation>
    </message>
    <message>
      <source>Search the evidence</source>
      <translation>搜索证据</translation>
    </message>
    <message>
      <source>Which evidence is shown</source>
      <translation>显示哪些证据</translation>
    </message>
  </context>
  <context>
    <name>EvidencePage</name>
    <message>
      <source>Back to where you were</source>
      <translation>返回原处</translation>
    </message>
    <message>
      <source>Bind what is selected to the target</source>
      <translation>将所选证据关联到目标</translation>
    </message>
    <message>
      <source>Evidence</source>
      <translation>证据</translation>
    </message>
    <message>
      <source>New evidence is bound to nothing yet; press Ctrl+E on a bed, answer or finding.</source>
      <translation>新证据暂不关联；在床位、答案或问题上按Ctrl+E。</translation>
    </message>
    <message>
      <source>New evidence is bound to: {target}</source>
      <translation>新证据关联到：{target}</translation>
    </message>
    <message>
      <source>Paste</source>
      <translation>粘贴</translation>
    </message>
    <message>
      <source>Search the evidence</source>
      <translation>搜索证据</translation>
    </message>
    <message>
      <source>Set the selected piece aside</source>
      <translation>将所选证据搁置不用</translation>
    </message>
    <message>
      <source>Take in files…</source>
      <translation>导入文件…</translation>
    </message>
    <message>
      <source>Take in scans…</source>
      <translation>导入扫描件…</translation>
    </message>
    <message>
      <source>Take photographs</source>
      <translation>拍照</translation>
    </message>
    <message>
      <source>Undo the last description</source>
      <translation>撤销上一次说明</translation>
    </message>
    <message>
      <source>View the selected piece</source>
      <translation>查看所选证据</translation>
    </message>
    <message>
      <source>Write a copy with time and place to a folder…</source>
      <translation>导出带时间地点水印的副本…</translation>
    </message>
    <message>
      <source>Write the caption</source>
      <translation>填写说明</translation>
    </message>
    <message>
      <source>Write the marked copy to a folder…</source>
      <translation>导出标注副本…</translation>
    </message>
    <message>
      <source>Write the original to a folder…</source>
      <translation>将原件写入文件夹…</translation>
    </message>
    <message>
      <source>{number} of {count}</source>
      <translation>{number}／{count}</translation>
    </message>
  </context>
  <context>
    <name>EvidenceTaking</name>
    <message>
      <source>Back to the gallery</source>
      <translation>返回证据墙</translation>
    </message>
    <message>
      <source>Measuring {name}: {done} of {total} MB</source>
      <translation>正在计算{name}：{done}／{total} MB</translation>
    </message>
    <message>
      <source>Pictures, documents, recordings</source>
      <translation>图片、文件、录音录像</translation>
    </message>
    <message>
      <source>Scans</source>
      <translation>扫描件</translation>
    </message>
    <message>
      <source>Take in files</source>
      <translation>导入文件</translation>
    </message>
    <message>
      <source>Take in scans</source>
      <translation>导入扫描件</translation>
    </message>
    <message>
      <source>Taking in {done} of {total}</source>
      <translation>正在接收 {done}／{total}</translation>
    </message>
    <message>
      <source>The clipboard holds no file and no picture.</source>
      <translation>剪贴板中没有文件或图片。</translation>
    </message>
    <message>
      <source>pasted picture</source>
      <translation>粘贴的图片</translation>
    </message>
    <message>
      <source>{count} taken · {number} saved</source>
      <translation>已拍{count} · 已保存{number}</translation>
    </message>
    <message>
      <source>{taken} of {count} taken in.</source>
      <translation>已接收{taken}／{count}。</translation>
    </message>
    <message>
      <source>… and {count} more.</source>
      <translation>……另有{count}项。</translation>
    </message>
  </context>
  <context>
    <name>EvidenceViewer</name>
    <message>
      <source>Back to the gallery</source>
      <translation>返回证据墙</translation>
    </message>
    <message>
      <source>Fit to the page</source>
      <translation>适合页面</translation>
    </message>
    <message>
      <source>Mark the picture</source>
      <translation>标注图片</translation>
    </message>
    <message>
      <source>Marked copy</source>
      <translation>标注副本</translation>
    </message>
    <message>
      <source>Next evidence</source>
      <translation>下一件证据</translation>
    </message>
    <message>
      <source>Next page</source>
      <translation>下一页</translation>
    </message>
    <message>
      <source>Original</source>
      <translation>原件</translation>
    </message>
    <message>
      <source>Original or marked copy</source>
      <translation>原件或标注副本</translation>
    </message>
    <message>
      <source>Previous evidence</source>
      <translation>上一件证据</translation>
    </message>
    <message>
      <source>Previous page</source>
      <translation>上一页</translation>
    </message>
    <message>
      <source>Shown: the marked copy. O shows the original.</source>
      <translation>当前为标注副本，按O显示原件。</translation>
    </message>
    <message>
      <source>Shown: the original. O shows the marked copy.</source>
      <translation>当前为原件，按O显示标注副本。</translation>
    </message>
    <message>
      <source>Turn the view</source>
      <translation>旋转画面</translation>
    </message>
    <message>
      <source>Zoom in</source>
      <translation>放大</translation>
    </message>
    <message>
      <source>Zoom out</source>
      <translation>缩小</translation>
    </message>
    <message>
      <source>page {page} of {pages}</source>
      <translation>第{page}页，共{pages}页</translation>
    </message>
  </context>
  <context>
    <name>Exchange</name>
    <message>
      <source>1 entry</source>
      <translation>记录1条</translation>
    </message>
    <message>
      <source>1 original</source>
      <translation>原件1件</translation>
    </message>
    <message>
      <source>Amount</source>
      <translation>金额</translation>
    </message>
    <message>
      <source>Answer</source>
      <translation>回答</translation>
    </message>
    <message>
      <source>Answered</source>
      <translation>作答时间</translation>
    </message>
    <message>
      <source>Bed</source>
      <translation>床位</translation>
    </message>
    <message>
      <source>Category</source>
      <translation>类别</translation>
    </message>
    <message>
      <source>Description</source>
      <translation>描述</translation>
    </message>
    <message>
      <source>Document</source>
      <translation>文书</translation>
    </message>
    <message>
      <source>Evidence</source>
      <translation>证据</translation>
    </message>
    <message>
      <source>Finding</source>
      <translation>问题</translation>
    </message>
    <message>
      <source>Inspection</source>
      <translation>检查</translation>
    </message>
    <message>
      <source>Interview</source>
      <translation>询问笔录</translation>
    </message>
    <message>
      <source>Item</source>
      <translation>事项</translation>
    </message>
    <message>
      <source>Ledger</source>
      <translation>台账</translation>
    </message>
    <message>
      <source>Name</source>
      <translation>姓名</translation>
    </message>
    <message>
      <source>Note</source>
      <translation>记录</translation>
    </message>
    <message>
      <source>Period of the stock reconciliation</source>
      <translation>进销存核对期间</translation>
    </message>
    <message>
      <source>Purpose</source>
      <translation>检查事由</translation>
    </message>
    <message>
      <source>Record</source>
      <translation>检查笔录</translation>
    </message>
    <message>
      <source>Remark</source>
      <translation>备注</translation>
    </message>
    <message>
      <source>Requirement</source>
      <translation>整改要求</translation>
    </message>
    <message>
      <source>Seen</source>
      <translation>查看时间</translation>
    </message>
    <message>
      <source>State</source>
      <translation>状态</translation>
    </message>
    <message>
      <source>Status</source>
      <translation>状态</translation>
    </message>
    <message>
      <source>Suspicion</source>
      <translation>疑点</translation>
    </message>
    <message>
      <source>Team</source>
      <translation>检查组</translation>
    </message>
    <message>
      <source>Title</source>
      <translation>标题</translation>
    </message>
    <message>
      <source>Use of evidence</source>
      <translation>证据引用</translation>
    </message>
    <message>
      <source>Visit</source>
      <translation>进场</translation>
    </message>
    <message>
      <source>Ward</source>
      <translation>科室</translation>
    </message>
    <message>
      <source>You approved this draft, {when}.</source>
      <translation>您已于{when}批准本草稿。</translation>
    </message>
    <message>
      <source>You returned this draft, {when}: {remark}</source>
      <translation>您已于{when}退回本草稿：{remark}</translation>
    </message>
    <message>
      <source>everything</source>
      <translation>全部</translation>
    </message>
    <message>
      <source>kept</source>
      <translation>保留</translation>
    </message>
    <message>
      <source>removed</source>
      <translation>已删除</translation>
    </message>
    <message>
      <source>since the last receipt</source>
      <translation>上次回执以来</translation>
    </message>
    <message>
      <source>{count} entries</source>
      <translation>记录{count}条</translation>
    </message>
    <message>
      <source>{count} originals</source>
      <translation>原件{count}件</translation>
    </message>
    <message>
      <source>{held} of 1 original and every entry held by {name}</source>
      <translation>{name}已持有 {held}/1 件原件及全部记录</translation>
    </message>
    <message>
      <source>{held} of {total} held by {name}; later entries are here alone</source>
      <translation>{name}已持有 {held}/{total} 件；之后的记录仅在本机</translation>
    </message>
    <message>
      <source>{held} of {total} originals and every entry held by {name}</source>
      <translation>{name}已持有 {held}/{total} 件原件及全部记录</translation>
    </message>
    <message>
      <source>{name} returned the draft: {remark}</source>
      <translation>{name}退回草稿：{remark}</translation>
    </message>
    <message>
      <source>{name}'s approval is taken in.</source>
      <translation>已导入{name}的批准。</translation>
    </message>
    <message>
      <source>{name}'s approval is taken in. They remark: {remark}</source>
      <translation>已导入{name}的批准，意见：{remark}</translation>
    </message>
    <message>
      <source>{originals}, {size}, and the entries</source>
      <translation>{originals}，{size}，连同全部记录</translation>
    </message>
  </context>
  <context>
    <name>ExchangeRow</name>
    <message>
      <source>Answer</source>
      <translation>回答</translation>
    </message>
    <message>
      <source>Answer {number}</source>
      <translation>第{number}问的回答</translation>
    </message>
    <message>
      <source>Before: {text}</source>
      <translation>原回答：{text}</translation>
    </message>
    <message>
      <source>Drop</source>
      <translation>去掉</translation>
    </message>
    <message>
      <source>Drop question {number}</source>
      <translation>去掉第{number}问</translation>
    </message>
  </context>
  <context>
    <name>Exempting</name>
    <message>
      <source>The question does not apply</source>
      <translation>此题不适用</translation>
    </message>
  </context>
  <context>
    <name>Exemption</name>
    <message>
      <source>Does not apply …  Ctrl+D</source>
      <translation>不适用…  Ctrl+D</translation>
    </message>
    <message>
      <source>Does not apply: {reason}</source>
      <translation>不适用：{reason}</translation>
    </message>
    <message>
      <source>It applies after all</source>
      <translation>改为适用</translation>
    </message>
    <message>
      <source>Why it does not apply</source>
      <translation>不适用的原因</translation>
    </message>
    <message>
      <source>Why it does not apply; Enter saves, Escape leaves</source>
      <translation>写明不适用的原因，Enter 保存，Esc 返回</translation>
    </message>
  </context>
  <context>
    <name>FilledChecklistPage</name>
    <message>
      <source>Back to filling</source>
      <translation>返回填写</translation>
    </message>
    <message>
      <source>Checklists of this inspection</source>
      <translation>本次检查的清单</translation>
    </message>
    <message>
      <source>Export…</source>
      <translation>导出…</translation>
    </message>
    <message>
      <source>Go to the question</source>
      <translation>转到该题</translation>
    </message>
    <message>
      <source>Kind of answers before</source>
      <translation>上一类答案</translation>
    </message>
    <message>
      <source>Next kind of answers</source>
      <translation>下一类答案</translation>
    </message>
    <message>
      <source>Next that does not comply</source>
      <translation>下一项不符合</translation>
    </message>
    <message>
      <source>No checklist yet</source>
      <translation>尚无检查清单</translation>
    </message>
    <message>
      <source>Non-compliant only</source>
      <translation>只看不符合项</translation>
    </message>
    <message>
      <source>Nothing stands out: everything required is answered, complies and was never changed. Ctrl+PgDown shows everything.</source>
      <translation>没有需要特别关注的内容：必填项均已填写、符合要求且未改动过。按Ctrl+PgDown查看全部。</translation>
    </message>
    <message>
      <source>Previous that does not comply</source>
      <translation>上一项不符合</translation>
    </message>
    <message>
      <source>Print</source>
      <translation>打印</translation>
    </message>
    <message>
      <source>Print the checklist</source>
      <translation>打印检查清单</translation>
    </message>
    <message>
      <source>Remark on this answer</source>
      <translation>对此答案提意见</translation>
    </message>
    <message>
      <source>There is no such answer any more.</source>
      <translation>已没有此类答案。</translation>
    </message>
    <message>
      <source>What is filled in an inspection's checklists is read here, with who changed what.</source>
      <translation>在此审阅已填写的检查清单，可查看每项由谁填写和修改。</translation>
    </message>
    <message>
      <source>begun {when} by {name}</source>
      <translation>{name}于{when}开始填写</translation>
    </message>
    <message>
      <source>{begun}, finished {when}</source>
      <translation>{begun}，{when}填写结束</translation>
    </message>
  </context>
  <context>
    <name>FilledLineView</name>
    <message>
      <source>Ask or remark on this answer; Enter writes it</source>
      <translation>对此答案提出疑问或意见，回车写入</translation>
    </message>
    <message>
      <source>Back to the answers</source>
      <translation>回到答案列表</translation>
    </message>
    <message>
      <source>Does not apply: {reason}</source>
      <translation>不适用：{reason}</translation>
    </message>
    <message>
      <source>Does not comply</source>
      <translation>不符合</translation>
    </message>
    <message>
      <source>Evidence</source>
      <translation>证据</translation>
    </message>
    <message>
      <source>Evidence of this answer</source>
      <translation>此答案的证据</translation>
    </message>
    <message>
      <source>Go to the question</source>
      <translation>转到该题</translation>
    </message>
    <message>
      <source>Go to the question  Ctrl+Enter</source>
      <translation>转到该题  Ctrl+Enter</translation>
    </message>
    <message>
      <source>Not answered</source>
      <translation>未填写</translation>
    </message>
    <message>
      <source>Remark on this answer</source>
      <translation>对此答案提意见</translation>
    </message>
    <message>
      <source>Remark: {text}</source>
      <translation>备注：{text}</translation>
    </message>
    <message>
      <source>Remarks of the review</source>
      <translation>复核意见</translation>
    </message>
    <message>
      <source>Required, not answered</source>
      <translation>必填，未填写</translation>
    </message>
    <message>
      <source>Show this evidence</source>
      <translation>查看该证据</translation>
    </message>
    <message>
      <source>The finding it became</source>
      <translation>查看形成的问题</translation>
    </message>
    <message>
      <source>Who answered, newest first</source>
      <translation>填写记录（最新在前）</translation>
    </message>
    <message>
      <source>taken back</source>
      <translation>已撤回</translation>
    </message>
  </context>
  <context>
    <name>FilledLinesModel</name>
    <message>
      <source>Answer</source>
      <translation>答案</translation>
    </message>
    <message>
      <source>Beside it</source>
      <translation>附注</translation>
    </message>
    <message>
      <source>Question</source>
      <translation>题目</translation>
    </message>
    <message>
      <source>asked about</source>
      <translation>有意见</translation>
    </message>
    <message>
      <source>changed</source>
      <translation>有改动</translation>
    </message>
    <message>
      <source>does not apply: {reason}</source>
      <translation>不适用：{reason}</translation>
    </message>
    <message>
      <source>not answered</source>
      <translation>未填写</translation>
    </message>
    <message>
      <source>remark</source>
      <translation>备注</translation>
    </message>
    <message>
      <source>settled</source>
      <translation>已处理</translation>
    </message>
  </context>
  <context>
    <name>FilledTable</name>
    <message>
      <source>Questions and answers</source>
      <translation>题目与答案</translation>
    </message>
  </context>
  <context>
    <name>FindingEditor</name>
    <message>
      <source>Already deducted, yuan</source>
      <translation>已核减（元）</translation>
    </message>
    <message>
      <source>Category, first level</source>
      <translation>问题类别（一级）</translation>
    </message>
    <message>
      <source>Category, second level</source>
      <translation>问题类别（二级）</translation>
    </message>
    <message>
      <source>Clauses</source>
      <translation>条款</translation>
    </message>
    <message>
      <source>Conduct from</source>
      <translation>行为起始日期</translation>
    </message>
    <message>
      <source>Conduct to</source>
      <translation>行为终止日期</translation>
    </message>
    <message>
      <source>Deadline</source>
      <translation>整改期限</translation>
    </message>
    <message>
      <source>Evidence</source>
      <translation>证据</translation>
    </message>
    <message>
      <source>Item</source>
      <translation>问题项目</translation>
    </message>
    <message>
      <source>Left open, the term of the notice applies</source>
      <translation>留空则按通知书期限</translation>
    </message>
    <message>
      <source>More than the fund paid.</source>
      <translation>大于基金支付金额。</translation>
    </message>
    <message>
      <source>More than the total.</source>
      <translation>大于总金额。</translation>
    </message>
    <message>
      <source>Of it paid by the fund, yuan</source>
      <translation>其中基金支付（元）</translation>
    </message>
    <message>
      <source>Or a count with its unit</source>
      <translation>或数量及单位</translation>
    </message>
    <message>
      <source>Persons</source>
      <translation>涉及人数</translation>
    </message>
    <message>
      <source>Requirement</source>
      <translation>整改要求</translation>
    </message>
    <message>
      <source>Responsible department</source>
      <translation>责任部门</translation>
    </message>
    <message>
      <source>Responsible person</source>
      <translation>责任人</translation>
    </message>
    <message>
      <source>This is no amount.</source>
      <translation>这不是金额。</translation>
    </message>
    <message>
      <source>To return, yuan</source>
      <translation>应退回（元）</translation>
    </message>
    <message>
      <source>Total, yuan</source>
      <translation>总金额（元）</translation>
    </message>
    <message>
      <source>What was found</source>
      <translation>问题情形</translation>
    </message>
  </context>
  <context>
    <name>FindingOffer</name>
    <message>
      <source>Does not comply</source>
      <translation>不合规</translation>
    </message>
    <message>
      <source>Open the finding</source>
      <translation>打开问题</translation>
    </message>
    <message>
      <source>Recorded as a finding</source>
      <translation>已记录为问题</translation>
    </message>
    <message>
      <source>Text of the finding</source>
      <translation>问题文本</translation>
    </message>
  </context>
  <context>
    <name>FindingsLayout</name>
    <message>
      <source>A finding is a fact that the team stands for, with its clause and evidence. It comes from a suspicion, from an answer in a checklist, or is written here.</source>
      <translation>问题是检查组负责认定的事实，附条款和证据。可由疑点转入、由清单答案生成，也可在此直接填写。</translation>
    </message>
    <message>
      <source>Findings</source>
      <translation>问题</translation>
    </message>
    <message>
      <source>Findings or suspicions</source>
      <translation>问题或疑点</translation>
    </message>
    <message>
      <source>New finding, not saved yet</source>
      <translation>新增问题（尚未保存）</translation>
    </message>
    <message>
      <source>No finding yet</source>
      <translation>还没有问题</translation>
    </message>
    <message>
      <source>No suspicion</source>
      <translation>没有疑点</translation>
    </message>
    <message>
      <source>Rules raise suspicions from the bed walk and the rosters. A person decides each of them.</source>
      <translation>规则根据床位核查和在院名单提出疑点，每一条都由人来决定。</translation>
    </message>
    <message>
      <source>Suspicions</source>
      <translation>疑点</translation>
    </message>
  </context>
  <context>
    <name>FindingsPage</name>
    <message>
      <source>Back to the finding</source>
      <translation>返回问题</translation>
    </message>
    <message>
      <source>Confirm</source>
      <translation>认定</translation>
    </message>
    <message>
      <source>Confirm the selected suspicions into one finding</source>
      <translation>将所选疑点合并认定为一个问题</translation>
    </message>
    <message>
      <source>Confirm this finding, or the suspicion</source>
      <translation>认定问题或疑点</translation>
    </message>
    <message>
      <source>Dismiss the suspicion: go to the reason</source>
      <translation>排除疑点：填写理由</translation>
    </message>
    <message>
      <source>Findings  {count}</source>
      <translation>问题　{count}</translation>
    </message>
    <message>
      <source>New finding</source>
      <translation>新增问题</translation>
    </message>
    <message>
      <source>Next in the list</source>
      <translation>列表中下一条</translation>
    </message>
    <message>
      <source>One before in the list</source>
      <translation>列表中上一条</translation>
    </message>
    <message>
      <source>Suspicions  {count}</source>
      <translation>疑点　{count}</translation>
    </message>
    <message>
      <source>Switch between findings and suspicions</source>
      <translation>在问题和疑点之间切换</translation>
    </message>
    <message>
      <source>To return in all: ¥ {amount}</source>
      <translation>应退回合计：¥ {amount}</translation>
    </message>
    <message>
      <source>Undo last step</source>
      <translation>还原上一步</translation>
    </message>
    <message>
      <source>Undo the last change of this finding</source>
      <translation>还原此问题的上一步修改</translation>
    </message>
    <message>
      <source>Withdraw this finding with a reason</source>
      <translation>撤销此问题（填写理由）</translation>
    </message>
    <message>
      <source>Withdrawn: {item}. Ctrl+Z brings it back.</source>
      <translation>已撤销：{item}。按 Ctrl+Z 可恢复。</translation>
    </message>
  </context>
  <context>
    <name>FirstStartPage</name>
    <message>
      <source>As it stands on its documents.</source>
      <translation>与对外文书上的名称一致。</translation>
    </message>
    <message>
      <source>As it stands on your certificate.</source>
      <translation>与执法证上的姓名一致。</translation>
    </message>
    <message>
      <source>Begin</source>
      <translation>开始</translation>
    </message>
    <message>
      <source>Certificate number</source>
      <translation>执法证号</translation>
    </message>
    <message>
      <source>Enter your bureau's name.</source>
      <translation>请填写医保局名称。</translation>
    </message>
    <message>
      <source>Enter your name.</source>
      <translation>请填写姓名。</translation>
    </message>
    <message>
      <source>Go on from a safety copy…</source>
      <translation>从安全副本恢复…</translation>
    </message>
    <message>
      <source>Only holders may inspect.</source>
      <translation>仅持证人员可以执法。</translation>
    </message>
    <message>
      <source>Print or write down the key first.</source>
      <translation>请先打印或抄写密钥。</translation>
    </message>
    <message>
      <source>Role</source>
      <translation>身份</translation>
    </message>
    <message>
      <source>Set up this laptop</source>
      <translation>设置此电脑</translation>
    </message>
    <message>
      <source>This laptop is not set up yet. Everything you record stays on it, encrypted; it works without a network.</source>
      <translation>此电脑尚未设置。您记录的一切都加密留在本机，无需网络即可工作。</translation>
    </message>
    <message>
      <source>Welcome to the inspection desk</source>
      <translation>欢迎使用现场检查工作台</translation>
    </message>
    <message>
      <source>What opens this laptop</source>
      <translation>此电脑的打开方式</translation>
    </message>
    <message>
      <source>You can also set this up later; until it is set or the risk is ticked, no inspection can be opened.</source>
      <translation>也可稍后设置；设置或勾选之前不能新建检查。</translation>
    </message>
    <message>
      <source>Your bureau</source>
      <translation>您所在的医保局</translation>
    </message>
    <message>
      <source>Your name</source>
      <translation>您的姓名</translation>
    </message>
  </context>
  <context>
    <name>FoundModel</name>
    <message>
      <source>Checklists</source>
      <translation>检查清单</translation>
    </message>
    <message>
      <source>Column</source>
      <translation>列</translation>
    </message>
    <message>
      <source>Do not fit</source>
      <translation>不再符合</translation>
    </message>
    <message>
      <source>Gone</source>
      <translation>新版已删</translation>
    </message>
    <message>
      <source>Institution</source>
      <translation>机构</translation>
    </message>
    <message>
      <source>Not asked</source>
      <translation>不再询问</translation>
    </message>
    <message>
      <source>Now with</source>
      <translation>现用版本</translation>
    </message>
    <message>
      <source>Opened</source>
      <translation>开始时间</translation>
    </message>
    <message>
      <source>Place</source>
      <translation>位置</translation>
    </message>
    <message>
      <source>Question</source>
      <translation>问题</translation>
    </message>
    <message>
      <source>Stand</source>
      <translation>保持不变</translation>
    </message>
    <message>
      <source>There it says</source>
      <translation>原文</translation>
    </message>
    <message>
      <source>To answer</source>
      <translation>须补填</translation>
    </message>
    <message>
      <source>What is wrong</source>
      <translation>问题</translation>
    </message>
    <message>
      <source>mistake</source>
      <translation>错误</translation>
    </message>
    <message>
      <source>note</source>
      <translation>提示</translation>
    </message>
    <message>
      <source>the other one</source>
      <translation>另一版</translation>
    </message>
    <message>
      <source>this one</source>
      <translation>本版</translation>
    </message>
    <message>
      <source>{sheet}, row {row}, {column}</source>
      <translation>{sheet} 第 {row} 行 {column}</translation>
    </message>
  </context>
  <context>
    <name>Frame</name>
    <message>
      <source>All keys</source>
      <translation>全部快捷键</translation>
    </message>
    <message>
      <source>Back to where you were</source>
      <translation>返回刚才的页面</translation>
    </message>
    <message>
      <source>Change person or lock</source>
      <translation>换人或锁定</translation>
    </message>
    <message>
      <source>Everywhere</source>
      <translation>任何位置</translation>
    </message>
    <message>
      <source>Find an action or a place</source>
      <translation>查找操作或位置</translation>
    </message>
    <message>
      <source>Go to</source>
      <translation>前往</translation>
    </message>
    <message>
      <source>Hide the window's content</source>
      <translation>隐藏窗口内容</translation>
    </message>
    <message>
      <source>In an inspection</source>
      <translation>检查内</translation>
    </message>
    <message>
      <source>In the inspection</source>
      <translation>本次检查</translation>
    </message>
    <message>
      <source>Menu</source>
      <translation>菜单</translation>
    </message>
    <message>
      <source>Show or hide the context panel</source>
      <translation>显示或隐藏关联栏</translation>
    </message>
    <message>
      <source>Take evidence for what is selected</source>
      <translation>为所选内容取证</translation>
    </message>
  </context>
  <context>
    <name>GapStrip</name>
    <message>
      <source>More …  Ctrl+Shift+J</source>
      <translation>更多…  Ctrl+Shift+J</translation>
    </message>
    <message>
      <source>To finish: {count}</source>
      <translation>还差 {count} 项</translation>
    </message>
    <message>
      <source>and {count} more; F8 leads on</source>
      <translation>另有 {count} 项，按 F8 逐题前往</translation>
    </message>
    <message>
      <source>no evidence</source>
      <translation>缺证据</translation>
    </message>
    <message>
      <source>unanswered</source>
      <translation>未答</translation>
    </message>
    <message>
      <source>wrong</source>
      <translation>有误</translation>
    </message>
  </context>
  <context>
    <name>Gate</name>
    <message>
      <source>The desk cannot be opened</source>
      <translation>无法打开工作台</translation>
    </message>
  </context>
  <context>
    <name>Grounds</name>
    <message>
      <source>Rests on</source>
      <translation>依据</translation>
    </message>
    <message>
      <source>… and {count} more.</source>
      <translation>……另有{count}项。</translation>
    </message>
  </context>
  <context>
    <name>GroupChoice</name>
    <message>
      <source>Group letter of new evidence</source>
      <translation>新证据的组别字母</translation>
    </message>
    <message>
      <source>Group {letter}</source>
      <translation>{letter} 组</translation>
    </message>
    <message>
      <source>New evidence of this laptop is numbered with this letter.</source>
      <translation>本机新取的证据按此字母编号。</translation>
    </message>
  </context>
  <context>
    <name>HandOverForm</name>
    <message>
      <source>Everything</source>
      <translation>全部</translation>
    </message>
    <message>
      <source>Exchange cards</source>
      <translation>交换名片</translation>
    </message>
    <message>
      <source>For the laptop of</source>
      <translation>移交给</translation>
    </message>
    <message>
      <source>How much</source>
      <translation>内容</translation>
    </message>
    <message>
      <source>No other laptop is known yet. Exchange cards with the team lead's laptop once and compare the codes; then the package can be made for it.</source>
      <translation>尚未登记其他电脑。请先与组长的电脑交换一次名片并核对代码，之后即可制作移交包。</translation>
    </message>
    <message>
      <source>No stick or folder was chosen yet.</source>
      <translation>尚未选择 U 盘或文件夹。</translation>
    </message>
    <message>
      <source>What is new since the last receipt</source>
      <translation>上次回执以来的新内容</translation>
    </message>
  </context>
  <context>
    <name>HandOverPage</name>
    <message>
      <source>Accepted by {name}, {when}.</source>
      <translation>{name}已于 {when} 验收。</translation>
    </message>
    <message>
      <source>Cancelled. No package was made and nothing changed.</source>
      <translation>已取消，未生成移交包，内容没有变化。</translation>
    </message>
    <message>
      <source>Choose the stick or folder…</source>
      <translation>选择 U 盘或文件夹…</translation>
    </message>
    <message>
      <source>Gathering what goes into the package…</source>
      <translation>正在整理移交内容…</translation>
    </message>
    <message>
      <source>Hand over</source>
      <translation>移交</translation>
    </message>
    <message>
      <source>Hand-over</source>
      <translation>移交</translation>
    </message>
    <message>
      <source>Known laptops</source>
      <translation>已登记的电脑</translation>
    </message>
    <message>
      <source>Make a package</source>
      <translation>制作移交包</translation>
    </message>
    <message>
      <source>No. {number} to {name}, {when}, {what}: {state}</source>
      <translation>第 {number} 次，移交{name}，{when}，{what}：{state}</translation>
    </message>
    <message>
      <source>Nobody else yet. It counts only once the receipt of the other laptop was taken in.</source>
      <translation>尚无他人持有。收入对方电脑的回执后才算移交完成。</translation>
    </message>
    <message>
      <source>Returned by {name}, {when}. {reason}</source>
      <translation>{name}已于 {when} 退回。{reason}</translation>
    </message>
    <message>
      <source>Sent from here</source>
      <translation>本机移交记录</translation>
    </message>
    <message>
      <source>Signed. Hand the inspection over to the team's laptop, so that they get it.</source>
      <translation>已签署。请将本次检查移交回检查组的电脑，使其收到意见。</translation>
    </message>
    <message>
      <source>Take a receipt or package in…</source>
      <translation>收入回执或移交包…</translation>
    </message>
    <message>
      <source>Taken in from {name}: {entries}, {originals}. The receipt lies beside the package; give it back to {name}.</source>
      <translation>已收入{name}的移交包：{entries}，{originals}。回执已写在移交包旁，请交还{name}。</translation>
    </message>
    <message>
      <source>The left one holds</source>
      <translation>以左边为准</translation>
    </message>
    <message>
      <source>The receipt of {name} for package {number} is taken in.</source>
      <translation>已收入{name}对第 {number} 次移交的回执。</translation>
    </message>
    <message>
      <source>The right one holds</source>
      <translation>以右边为准</translation>
    </message>
    <message>
      <source>Who holds it</source>
      <translation>持有情况</translation>
    </message>
    <message>
      <source>Write the receipt again…</source>
      <translation>重新出具回执…</translation>
    </message>
    <message>
      <source>Writing a package</source>
      <translation>正在写入移交包</translation>
    </message>
    <message>
      <source>Writing the package. You can go on working.</source>
      <translation>正在写入移交包，可以继续工作。</translation>
    </message>
    <message>
      <source>no receipt yet</source>
      <translation>尚无回执</translation>
    </message>
    <message>
      <source>receipt of {when}</source>
      <translation>{when} 回执</translation>
    </message>
    <message>
      <source>{file} was written, its parts beside it. Give all of them over, then take the receipt in here.</source>
      <translation>已写入 {file} 及其分卷，请一并交给对方，再回到这里收入回执。</translation>
    </message>
    <message>
      <source>{file} was written. Give it back to whom the package came from.</source>
      <translation>已写入 {file}，请交还移交包的来源方。</translation>
    </message>
  </context>
  <context>
    <name>HeadcountBar</name>
    <message>
      <source>A list that was made after the walk proves less: people may have been added to it.</source>
      <translation>名单在核查之后导出，证明力较弱：期间可能补入人员。</translation>
    </message>
    <message>
      <source>House: {rate} in bed · {looked_at} of {whole} seen</source>
      <translation>全院：在床率{rate} · 已核{looked_at}／{whole}</translation>
    </message>
    <message>
      <source>House: {rate} in bed · {looked_at} seen</source>
      <translation>全院：在床率{rate} · 已核{looked_at}</translation>
    </message>
    <message>
      <source>In-bed rate of the ward</source>
      <translation>病区在床率</translation>
    </message>
    <message>
      <source>List of {listed} is later than one look (from {walked})</source>
      <translation>名单{listed}导出，晚于1人的核查（{walked}起）</translation>
    </message>
    <message>
      <source>List of {listed} is later than {count} looks (from {walked})</source>
      <translation>名单{listed}导出，晚于{count}人的核查（{walked}起）</translation>
    </message>
    <message>
      <source>List of {listed} · nobody seen yet</source>
      <translation>名单{listed}导出 · 尚未核查</translation>
    </message>
    <message>
      <source>List of {listed} · walked from {walked}</source>
      <translation>名单{listed}导出 · {walked}起核查</translation>
    </message>
    <message>
      <source>no list yet</source>
      <translation>尚无名单</translation>
    </message>
    <message>
      <source>this ward is not on the list</source>
      <translation>名单中无此病区</translation>
    </message>
    <message>
      <source>{count} not found</source>
      <translation>未见{count}</translation>
    </message>
    <message>
      <source>{count} not on the list</source>
      <translation>名单外{count}</translation>
    </message>
    <message>
      <source>{count} on leave</source>
      <translation>请假{count}</translation>
    </message>
    <message>
      <source>{count} to go</source>
      <translation>剩{count}</translation>
    </message>
    <message>
      <source>{present} of {counted} in bed</source>
      <translation>在床{present}／{counted}</translation>
    </message>
  </context>
  <context>
    <name>HomePage</name>
    <message>
      <source>An inspection holds everything of one visit: beds, evidence, findings and the notice. It takes an institution, two inspectors and a purpose.</source>
      <translation>一次检查包含一次现场的全部内容：床位、证据、问题和通知书。只需机构、两名执法人员和检查事由。</translation>
    </message>
    <message>
      <source>Archived</source>
      <translation>已归档</translation>
    </message>
    <message>
      <source>By day</source>
      <translation>按日期</translation>
    </message>
    <message>
      <source>By deadline</source>
      <translation>按期限</translation>
    </message>
    <message>
      <source>By institution</source>
      <translation>按机构</translation>
    </message>
    <message>
      <source>By state</source>
      <translation>按状态</translation>
    </message>
    <message>
      <source>Go to the next step</source>
      <translation>转到下一步</translation>
    </message>
    <message>
      <source>Handed over</source>
      <translation>已移交</translation>
    </message>
    <message>
      <source>Inspections</source>
      <translation>检查</translation>
    </message>
    <message>
      <source>Institution, person, bed, evidence, finding, clause   /</source>
      <translation>机构、人员、床位、证据、问题、条款   /</translation>
    </message>
    <message>
      <source>New inspection</source>
      <translation>新建检查</translation>
    </message>
    <message>
      <source>New inspection  Ctrl+N</source>
      <translation>新建检查　Ctrl+N</translation>
    </message>
    <message>
      <source>No inspection yet</source>
      <translation>还没有检查</translation>
    </message>
    <message>
      <source>Nothing stands in this section.</source>
      <translation>此分类下暂无检查。</translation>
    </message>
    <message>
      <source>Open</source>
      <translation>未结束</translation>
    </message>
    <message>
      <source>Overdue</source>
      <translation>已逾期</translation>
    </message>
    <message>
      <source>Search everything</source>
      <translation>全局查找</translation>
    </message>
    <message>
      <source>Sort the list</source>
      <translation>排序</translation>
    </message>
    <message>
      <source>Take a package in…</source>
      <translation>收入移交包…</translation>
    </message>
    <message>
      <source>Today</source>
      <translation>今天</translation>
    </message>
  </context>
  <context>
    <name>IdentityStrip</name>
    <message>
      <source>Done</source>
      <translation>完成</translation>
    </message>
    <message>
      <source>How was the person identified?</source>
      <translation>核对方式</translation>
    </message>
  </context>
  <context>
    <name>InkCanvas</name>
    <message>
      <source>%n strokes</source>
      <translation>%n笔</translation>
    </message>
    <message>
      <source>Field to sign in</source>
      <translation>手写签名区</translation>
    </message>
    <message>
      <source>Write your name here with pen, finger or mouse</source>
      <translation>请用笔、手指或者鼠标在此签名</translation>
    </message>
  </context>
  <context>
    <name>InspectionView</name>
    <message>
      <source>Context</source>
      <translation>关联</translation>
    </message>
    <message>
      <source>Handed over for review, so it is read only here.</source>
      <translation>已移交复核，在本机为只读。</translation>
    </message>
    <message>
      <source>Show what belongs to the selected thing  F9</source>
      <translation>显示所选内容的关联信息　F9</translation>
    </message>
    <message>
      <source>The laptop's clock jumped by {seconds} s. It is written down with the visit, and the evidence it touches is flagged. Set the clock right and compare it again.</source>
      <translation>电脑时钟跳变了{seconds}秒，已记入本次进场，受影响的证据已作标记。请校正时钟并重新比对。</translation>
    </message>
  </context>
  <context>
    <name>InstitutionPage</name>
    <message>
      <source>12 characters: H or P and 11 digits</source>
      <translation>12位：H或P加11位数字</translation>
    </message>
    <message>
      <source>18 characters, the last is a check character</source>
      <translation>18位，末位为校验码</translation>
    </message>
    <message>
      <source>Address</source>
      <translation>住址</translation>
    </message>
    <message>
      <source>Assignment</source>
      <translation>检查任务</translation>
    </message>
    <message>
      <source>Back to the overview</source>
      <translation>返回总览</translation>
    </message>
    <message>
      <source>Code of the designated institution</source>
      <translation>定点医药机构编码</translation>
    </message>
    <message>
      <source>Contact</source>
      <translation>联系人</translation>
    </message>
    <message>
      <source>Data period from</source>
      <translation>数据起始日期</translation>
    </message>
    <message>
      <source>Data period to</source>
      <translation>数据截止日期</translation>
    </message>
    <message>
      <source>Done, back to the overview</source>
      <translation>完成，返回总览</translation>
    </message>
    <message>
      <source>Every field is saved as it is left.</source>
      <translation>离开栏目即自动保存。</translation>
    </message>
    <message>
      <source>Hospital software</source>
      <translation>医院信息系统</translation>
    </message>
    <message>
      <source>Inspected party</source>
      <translation>被检机构</translation>
    </message>
    <message>
      <source>Institution and assignment</source>
      <translation>机构与任务</translation>
    </message>
    <message>
      <source>Kind</source>
      <translation>类别</translation>
    </message>
    <message>
      <source>Legal representative</source>
      <translation>法定代表人</translation>
    </message>
    <message>
      <source>Level</source>
      <translation>等级</translation>
    </message>
    <message>
      <source>Mode</source>
      <translation>方式</translation>
    </message>
    <message>
      <source>Name as on the licence</source>
      <translation>名称（与许可证一致）</translation>
    </message>
    <message>
      <source>Not saved.</source>
      <translation>未保存。</translation>
    </message>
    <message>
      <source>Ownership</source>
      <translation>经济类型</translation>
    </message>
    <message>
      <source>Purpose</source>
      <translation>检查事由</translation>
    </message>
    <message>
      <source>Saved.</source>
      <translation>已保存。</translation>
    </message>
    <message>
      <source>Task number</source>
      <translation>任务编号</translation>
    </message>
    <message>
      <source>Team</source>
      <translation>检查组</translation>
    </message>
    <message>
      <source>Telephone</source>
      <translation>联系电话</translation>
    </message>
    <message>
      <source>Unified social credit code</source>
      <translation>统一社会信用代码</translation>
    </message>
    <message>
      <source>Without a name the one before stays.</source>
      <translation>名称为空时保留原名称。</translation>
    </message>
  </context>
  <context>
    <name>Intention</name>
    <message>
      <source>answer undone</source>
      <translation>撤销答案</translation>
    </message>
    <message>
      <source>approval asked for by file</source>
      <translation>以文件请求审批</translation>
    </message>
    <message>
      <source>bed check undone</source>
      <translation>撤销床位核查</translation>
    </message>
    <message>
      <source>bed checked</source>
      <translation>核查床位</translation>
    </message>
    <message>
      <source>bed corrected</source>
      <translation>更正床位</translation>
    </message>
    <message>
      <source>bed noted</source>
      <translation>床位备注</translation>
    </message>
    <message>
      <source>bed taken out</source>
      <translation>删除床位</translation>
    </message>
    <message>
      <source>beds entered</source>
      <translation>录入床位</translation>
    </message>
    <message>
      <source>bundle for the inspected party written unencrypted</source>
      <translation>导出交被检查单位的材料（未加密）</translation>
    </message>
    <message>
      <source>bureau renamed</source>
      <translation>医保局更名</translation>
    </message>
    <message>
      <source>bureau's certificate imported</source>
      <translation>导入本局证书</translation>
    </message>
    <message>
      <source>bureau's certificate made</source>
      <translation>生成本局证书</translation>
    </message>
    <message>
      <source>bureau's token chosen</source>
      <translation>本局改用数字证书介质</translation>
    </message>
    <message>
      <source>certificate imported</source>
      <translation>导入证书</translation>
    </message>
    <message>
      <source>certificate made</source>
      <translation>生成证书</translation>
    </message>
    <message>
      <source>certificates shown</source>
      <translation>出示执法证</translation>
    </message>
    <message>
      <source>certification withdrawn</source>
      <translation>撤销核对一致</translation>
    </message>
    <message>
      <source>chain signed for the hand-over</source>
      <translation>为移交签署记录链</translation>
    </message>
    <message>
      <source>checklist brought back</source>
      <translation>恢复检查清单</translation>
    </message>
    <message>
      <source>checklist exported unencrypted</source>
      <translation>检查清单未加密导出</translation>
    </message>
    <message>
      <source>checklist finished</source>
      <translation>检查清单填写结束</translation>
    </message>
    <message>
      <source>checklist printed</source>
      <translation>检查清单打印</translation>
    </message>
    <message>
      <source>checklist retired</source>
      <translation>停用检查清单</translation>
    </message>
    <message>
      <source>checklist started</source>
      <translation>开始清单</translation>
    </message>
    <message>
      <source>checklist taken in</source>
      <translation>采用清单</translation>
    </message>
    <message>
      <source>checklist version accepted</source>
      <translation>改用清单版本</translation>
    </message>
    <message>
      <source>checklist version locked</source>
      <translation>锁定检查清单版本</translation>
    </message>
    <message>
      <source>checklist version unlocked</source>
      <translation>解除检查清单版本锁定</translation>
    </message>
    <message>
      <source>citation withdrawn</source>
      <translation>取消引用</translation>
    </message>
    <message>
      <source>clause confirmed</source>
      <translation>确认条款可引用</translation>
    </message>
    <message>
      <source>clock compared</source>
      <translation>比对时钟</translation>
    </message>
    <message>
      <source>clock jumped</source>
      <translation>时钟跳变</translation>
    </message>
    <message>
      <source>common lines counted once</source>
      <translation>重复明细只计一次</translation>
    </message>
    <message>
      <source>common lines open again</source>
      <translation>重复明细恢复待定</translation>
    </message>
    <message>
      <source>conflict decided</source>
      <translation>裁定冲突</translation>
    </message>
    <message>
      <source>continued from a safety copy</source>
      <translation>从安全副本恢复后继续</translation>
    </message>
    <message>
      <source>copy certified</source>
      <translation>核对与原件一致</translation>
    </message>
    <message>
      <source>count sheet printed</source>
      <translation>打印盘点表</translation>
    </message>
    <message>
      <source>count typed back</source>
      <translation>录入盘点结果</translation>
    </message>
    <message>
      <source>delivery begun</source>
      <translation>开始送达</translation>
    </message>
    <message>
      <source>delivery refused</source>
      <translation>拒绝签收，留置送达</translation>
    </message>
    <message>
      <source>delivery written</source>
      <translation>记入送达回证</translation>
    </message>
    <message>
      <source>document approved by passphrase</source>
      <translation>文书经批准人口令批准</translation>
    </message>
    <message>
      <source>document approved by signed file</source>
      <translation>以签名文件批准文书</translation>
    </message>
    <message>
      <source>document approved by telephone</source>
      <translation>电话批准文书</translation>
    </message>
    <message>
      <source>document drafted</source>
      <translation>起草文书</translation>
    </message>
    <message>
      <source>document exported unencrypted</source>
      <translation>导出未加密文书</translation>
    </message>
    <message>
      <source>document issued</source>
      <translation>出具文书</translation>
    </message>
    <message>
      <source>document printed</source>
      <translation>打印文书</translation>
    </message>
    <message>
      <source>document time stamp added</source>
      <translation>加盖文书时间戳</translation>
    </message>
    <message>
      <source>document withdrawn</source>
      <translation>撤回文书</translation>
    </message>
    <message>
      <source>document written</source>
      <translation>修改文书</translation>
    </message>
    <message>
      <source>documents delivered</source>
      <translation>文书已送达</translation>
    </message>
    <message>
      <source>draft of another laptop approved</source>
      <translation>批准他机草稿</translation>
    </message>
    <message>
      <source>draft of another laptop returned</source>
      <translation>退回他机草稿</translation>
    </message>
    <message>
      <source>draft returned by signed file</source>
      <translation>以签名文件退回草稿</translation>
    </message>
    <message>
      <source>entry added</source>
      <translation>新增条目</translation>
    </message>
    <message>
      <source>entry removed</source>
      <translation>删除条目</translation>
    </message>
    <message>
      <source>evidence cited</source>
      <translation>引用证据</translation>
    </message>
    <message>
      <source>evidence copy exported</source>
      <translation>导出证据副本</translation>
    </message>
    <message>
      <source>evidence described</source>
      <translation>说明证据</translation>
    </message>
    <message>
      <source>evidence letters given</source>
      <translation>分配证据组别字母</translation>
    </message>
    <message>
      <source>evidence restored</source>
      <translation>恢复证据说明</translation>
    </message>
    <message>
      <source>evidence set aside</source>
      <translation>证据搁置不用</translation>
    </message>
    <message>
      <source>evidence taken in</source>
      <translation>接收证据</translation>
    </message>
    <message>
      <source>evidence used again</source>
      <translation>证据恢复使用</translation>
    </message>
    <message>
      <source>exemption taken back</source>
      <translation>取消不适用</translation>
    </message>
    <message>
      <source>finding recorded</source>
      <translation>记录问题</translation>
    </message>
    <message>
      <source>finding restored</source>
      <translation>恢复问题</translation>
    </message>
    <message>
      <source>finding withdrawn</source>
      <translation>撤回问题</translation>
    </message>
    <message>
      <source>handed over</source>
      <translation>移交</translation>
    </message>
    <message>
      <source>inspection accepted</source>
      <translation>接受检查</translation>
    </message>
    <message>
      <source>inspection opened</source>
      <translation>创建检查</translation>
    </message>
    <message>
      <source>inspection purged</source>
      <translation>清除检查文件</translation>
    </message>
    <message>
      <source>inspection returned</source>
      <translation>退回检查</translation>
    </message>
    <message>
      <source>inspection revised</source>
      <translation>修改检查</translation>
    </message>
    <message>
      <source>institution entered</source>
      <translation>登记机构</translation>
    </message>
    <message>
      <source>interview begun</source>
      <translation>开始询问</translation>
    </message>
    <message>
      <source>interview ended</source>
      <translation>询问结束</translation>
    </message>
    <message>
      <source>interview written</source>
      <translation>记入询问笔录</translation>
    </message>
    <message>
      <source>laptop forgotten</source>
      <translation>取消电脑登记</translation>
    </message>
    <message>
      <source>laptop introduced</source>
      <translation>登记电脑</translation>
    </message>
    <message>
      <source>laptop made known</source>
      <translation>登记电脑</translation>
    </message>
    <message>
      <source>ledger left out</source>
      <translation>不再采用账册</translation>
    </message>
    <message>
      <source>ledger mapping remembered</source>
      <translation>记住账册列对应</translation>
    </message>
    <message>
      <source>ledger taken in</source>
      <translation>导入账册</translation>
    </message>
    <message>
      <source>mapping remembered</source>
      <translation>记住列对应关系</translation>
    </message>
    <message>
      <source>match confirmed</source>
      <translation>确认匹配</translation>
    </message>
    <message>
      <source>match refused</source>
      <translation>否定匹配</translation>
    </message>
    <message>
      <source>notice approved by passphrase</source>
      <translation>通知书经批准人口令批准</translation>
    </message>
    <message>
      <source>notice approved by telephone</source>
      <translation>通知书电话批准</translation>
    </message>
    <message>
      <source>notice corrected</source>
      <translation>更正通知书</translation>
    </message>
    <message>
      <source>notice drafted</source>
      <translation>起草通知书</translation>
    </message>
    <message>
      <source>notice edited</source>
      <translation>修改通知书</translation>
    </message>
    <message>
      <source>notice exported unencrypted</source>
      <translation>不加密导出通知书</translation>
    </message>
    <message>
      <source>notice issued</source>
      <translation>签发通知书</translation>
    </message>
    <message>
      <source>notice laid out</source>
      <translation>通知书排版</translation>
    </message>
    <message>
      <source>notice signed by an inspector</source>
      <translation>执法人员签署通知书</translation>
    </message>
    <message>
      <source>notice withdrawn</source>
      <translation>撤回通知书</translation>
    </message>
    <message>
      <source>number block assigned</source>
      <translation>分配号段</translation>
    </message>
    <message>
      <source>number burned</source>
      <translation>占用文号</translation>
    </message>
    <message>
      <source>number void</source>
      <translation>文号作废</translation>
    </message>
    <message>
      <source>original exported</source>
      <translation>导出原件</translation>
    </message>
    <message>
      <source>package taken in</source>
      <translation>接收移交包</translation>
    </message>
    <message>
      <source>passphrase changed</source>
      <translation>更改口令</translation>
    </message>
    <message>
      <source>passphrase given</source>
      <translation>设置口令</translation>
    </message>
    <message>
      <source>passphrase taken away</source>
      <translation>取消口令</translation>
    </message>
    <message>
      <source>people and numbers checked after a salvage</source>
      <translation>抢救后核对人员和文号</translation>
    </message>
    <message>
      <source>person added</source>
      <translation>增加人员</translation>
    </message>
    <message>
      <source>person identified</source>
      <translation>登记身份核对方式</translation>
    </message>
    <message>
      <source>person revised</source>
      <translation>修改人员</translation>
    </message>
    <message>
      <source>picture marked</source>
      <translation>标注照片</translation>
    </message>
    <message>
      <source>points set aside</source>
      <translation>搁置疑点</translation>
    </message>
    <message>
      <source>points taken back</source>
      <translation>恢复搁置的疑点</translation>
    </message>
    <message>
      <source>purchase paper not seen</source>
      <translation>撤销购进票据已出示</translation>
    </message>
    <message>
      <source>purchase paper seen</source>
      <translation>购进票据已出示</translation>
    </message>
    <message>
      <source>question answered</source>
      <translation>回答题目</translation>
    </message>
    <message>
      <source>question exempted</source>
      <translation>标为不适用</translation>
    </message>
    <message>
      <source>receipt taken</source>
      <translation>收到回执</translation>
    </message>
    <message>
      <source>record closed</source>
      <translation>现场检查笔录完成</translation>
    </message>
    <message>
      <source>record opened</source>
      <translation>开始制作现场检查笔录</translation>
    </message>
    <message>
      <source>record written</source>
      <translation>记入现场检查笔录</translation>
    </message>
    <message>
      <source>recording registered</source>
      <translation>登记录音录像</translation>
    </message>
    <message>
      <source>recovery key made</source>
      <translation>生成恢复密钥</translation>
    </message>
    <message>
      <source>remark of the review settled</source>
      <translation>处理审核意见</translation>
    </message>
    <message>
      <source>remark of the review written</source>
      <translation>提出审核意见</translation>
    </message>
    <message>
      <source>remark written</source>
      <translation>填写备注</translation>
    </message>
    <message>
      <source>rights told</source>
      <translation>告知权利</translation>
    </message>
    <message>
      <source>risk of one passphrase accepted</source>
      <translation>接受单一口令的风险</translation>
    </message>
    <message>
      <source>roster taken</source>
      <translation>采用在院名单</translation>
    </message>
    <message>
      <source>rows pasted</source>
      <translation>粘贴行</translation>
    </message>
    <message>
      <source>safety copy made</source>
      <translation>制作安全副本</translation>
    </message>
    <message>
      <source>salvaged from a damaged file</source>
      <translation>从损坏文件中抢救</translation>
    </message>
    <message>
      <source>scanned codes taken out</source>
      <translation>删除扫码</translation>
    </message>
    <message>
      <source>stock period chosen</source>
      <translation>选定核对期间</translation>
    </message>
    <message>
      <source>strokes struck out and taken again</source>
      <translation>划去笔迹并重新签名</translation>
    </message>
    <message>
      <source>strokes taken</source>
      <translation>屏幕签名</translation>
    </message>
    <message>
      <source>suspicion confirmed</source>
      <translation>认定疑点</translation>
    </message>
    <message>
      <source>suspicion dismissed</source>
      <translation>排除疑点</translation>
    </message>
    <message>
      <source>suspicion reopened</source>
      <translation>重开疑点</translation>
    </message>
    <message>
      <source>suspicions raised</source>
      <translation>提出疑点</translation>
    </message>
    <message>
      <source>telephone approval confirmed</source>
      <translation>电话批准已确认</translation>
    </message>
    <message>
      <source>time-stamp authority chosen</source>
      <translation>设置时间戳机构</translation>
    </message>
    <message>
      <source>token chosen</source>
      <translation>改用数字证书介质</translation>
    </message>
    <message>
      <source>trace codes scanned</source>
      <translation>扫描追溯码</translation>
    </message>
    <message>
      <source>unknown person found</source>
      <translation>发现名单外人员</translation>
    </message>
    <message>
      <source>visit closed</source>
      <translation>离开现场</translation>
    </message>
    <message>
      <source>visit opened</source>
      <translation>进入现场</translation>
    </message>
    <message>
      <source>ward assigned</source>
      <translation>分配病区</translation>
    </message>
    <message>
      <source>ward entered</source>
      <translation>登记病区</translation>
    </message>
    <message>
      <source>ward given</source>
      <translation>分派病区核查人员</translation>
    </message>
    <message>
      <source>ward sheet typed back</source>
      <translation>录入病区核查表</translation>
    </message>
    <message>
      <source>wards put in order</source>
      <translation>调整病区顺序</translation>
    </message>
    <message>
      <source>workspace created</source>
      <translation>建立工作区</translation>
    </message>
    <message>
      <source>workspace made anew</source>
      <translation>重建工作区</translation>
    </message>
  </context>
  <context>
    <name>InterviewBegin</name>
    <message>
      <source>Address</source>
      <translation>住址</translation>
    </message>
    <message>
      <source>Age</source>
      <translation>年龄</translation>
    </message>
    <message>
      <source>Begin the interview</source>
      <translation>开始询问</translation>
    </message>
    <message>
      <source>Employer</source>
      <translation>工作单位</translation>
    </message>
    <message>
      <source>Identity number</source>
      <translation>身份证号</translation>
    </message>
    <message>
      <source>Name</source>
      <translation>姓名</translation>
    </message>
    <message>
      <source>New interview</source>
      <translation>新建询问</translation>
    </message>
    <message>
      <source>Not yet</source>
      <translation>暂不</translation>
    </message>
    <message>
      <source>Post</source>
      <translation>职务</translation>
    </message>
    <message>
      <source>Role</source>
      <translation>身份</translation>
    </message>
    <message>
      <source>Sex</source>
      <translation>性别</translation>
    </message>
    <message>
      <source>Telephone of this person</source>
      <translation>联系电话</translation>
    </message>
    <message>
      <source>The questions of this role are put in.</source>
      <translation>带入该身份的题库问题。</translation>
    </message>
  </context>
  <context>
    <name>InterviewParts</name>
    <message>
      <source>Address</source>
      <translation>住址</translation>
    </message>
    <message>
      <source>Age</source>
      <translation>年龄</translation>
    </message>
    <message>
      <source>Answer to the rights</source>
      <translation>对告知的回答</translation>
    </message>
    <message>
      <source>Answer, such as: understood, no request for withdrawal</source>
      <translation>回答，如：已知悉，不申请回避</translation>
    </message>
    <message>
      <source>Ask</source>
      <translation>提问</translation>
    </message>
    <message>
      <source>Employer</source>
      <translation>工作单位</translation>
    </message>
    <message>
      <source>Identity number</source>
      <translation>身份证号</translation>
    </message>
    <message>
      <source>Own question</source>
      <translation>自拟问题</translation>
    </message>
    <message>
      <source>Own question, Enter adds it  Ctrl+J</source>
      <translation>自拟问题，回车加入  Ctrl+J</translation>
    </message>
    <message>
      <source>Post</source>
      <translation>职务</translation>
    </message>
    <message>
      <source>Questions and answers</source>
      <translation>问与答</translation>
    </message>
    <message>
      <source>Refusal</source>
      <translation>拒签</translation>
    </message>
    <message>
      <source>Refused to sign: why, and who saw it; empty where they sign</source>
      <translation>拒签原因及见证人；签字的留空</translation>
    </message>
    <message>
      <source>Rights and duties told</source>
      <translation>告知权利义务</translation>
    </message>
    <message>
      <source>Sex</source>
      <translation>性别</translation>
    </message>
    <message>
      <source>Telephone of this person</source>
      <translation>联系电话</translation>
    </message>
    <message>
      <source>Who is asked</source>
      <translation>被询问人</translation>
    </message>
    <message>
      <source>Why it is not signed</source>
      <translation>未签字原因</translation>
    </message>
    <message>
      <source>missing</source>
      <translation>缺</translation>
    </message>
    <message>
      <source>nothing answered yet</source>
      <translation>尚无回答</translation>
    </message>
  </context>
  <context>
    <name>InterviewRole</name>
    <message>
      <source>Cashier</source>
      <translation>收费员</translation>
    </message>
    <message>
      <source>Head of the institution</source>
      <translation>机构负责人</translation>
    </message>
    <message>
      <source>Nurse</source>
      <translation>护士</translation>
    </message>
    <message>
      <source>Patient</source>
      <translation>患者</translation>
    </message>
    <message>
      <source>Pharmacist</source>
      <translation>药师</translation>
    </message>
    <message>
      <source>Physician</source>
      <translation>医师</translation>
    </message>
  </context>
  <context>
    <name>InterviewsPage</name>
    <message>
      <source>A corrected answer is never empty: write what the person says now. It is kept.</source>
      <translation>更正后的回答不能为空：请写明其现在的陈述。原回答已保留。</translation>
    </message>
    <message>
      <source>Answered or ended</source>
      <translation>已答或结束时间</translation>
    </message>
    <message>
      <source>Ask a patient, a physician or the head of the institution. The questions of the role are put in, each answer is saved as it is given, and the paper is printed and signed.</source>
      <translation>可询问患者、医师或机构负责人。按身份带入题库问题，每条回答随录随存，结束后打印签字。</translation>
    </message>
    <message>
      <source>End the interview</source>
      <translation>结束询问</translation>
    </message>
    <message>
      <source>End with time</source>
      <translation>结束并记时</translation>
    </message>
    <message>
      <source>Ended {time}</source>
      <translation>{time} 结束</translation>
    </message>
    <message>
      <source>Enter goes to the next question, Ctrl+J asks an own one. All is saved as typed.</source>
      <translation>回车到下一问，Ctrl+J 自拟问题。内容随录随存。</translation>
    </message>
    <message>
      <source>Entries</source>
      <translation>录入</translation>
    </message>
    <message>
      <source>Entries or paper</source>
      <translation>录入或纸面</translation>
    </message>
    <message>
      <source>Export unencrypted</source>
      <translation>明文导出</translation>
    </message>
    <message>
      <source>Interviews</source>
      <translation>询问笔录</translation>
    </message>
    <message>
      <source>New interview</source>
      <translation>新建询问</translation>
    </message>
    <message>
      <source>Next step of the interview</source>
      <translation>询问笔录的下一步</translation>
    </message>
    <message>
      <source>No interview yet</source>
      <translation>尚无询问笔录</translation>
    </message>
    <message>
      <source>Not yet</source>
      <translation>暂不</translation>
    </message>
    <message>
      <source>Open</source>
      <translation>未结束</translation>
    </message>
    <message>
      <source>Own question</source>
      <translation>自拟问题</translation>
    </message>
    <message>
      <source>Paper</source>
      <translation>纸面</translation>
    </message>
    <message>
      <source>Person asked</source>
      <translation>被询问人</translation>
    </message>
    <message>
      <source>Print</source>
      <translation>打印</translation>
    </message>
    <message>
      <source>Print it, have every page signed, then take in the scan of the signed copy.</source>
      <translation>打印后逐页签字，再收入签字件扫描件。</translation>
    </message>
    <message>
      <source>Read back</source>
      <translation>已宣读</translation>
    </message>
    <message>
      <source>Read back: changes are marked</source>
      <translation>已宣读：改动留痕</translation>
    </message>
    <message>
      <source>Read back: what is changed now stays visible, struck out, and is marked on paper.</source>
      <translation>宣读核对：此后的改动划线保留，并在纸上标明。</translation>
    </message>
    <message>
      <source>Take in a scan</source>
      <translation>收入扫描件</translation>
    </message>
    <message>
      <source>Take in the scan of the paper</source>
      <translation>收入纸面扫描件</translation>
    </message>
    <message>
      <source>Take in the signed copy</source>
      <translation>收入签字件</translation>
    </message>
    <message>
      <source>The end time is fixed, questions without an answer are left out, and nothing is changed afterwards. The same person may be asked again in another session.</source>
      <translation>结束时间将固定，未作答的问题不列入，此后不再更改。同一人可另行再次询问。</translation>
    </message>
    <message>
      <source>The signed copy is not bound yet.</source>
      <translation>签字件尚未收入。</translation>
    </message>
    <message>
      <source>Withdraw</source>
      <translation>撤回</translation>
    </message>
    <message>
      <source>{name}, session {session}</source>
      <translation>{name}，第{session}次</translation>
    </message>
  </context>
  <context>
    <name>IssueQuestion</name>
    <message>
      <source>Deadline: {day}</source>
      <translation>整改期限{day}</translation>
    </message>
    <message>
      <source>Findings: {count}</source>
      <translation>问题{count}项</translation>
    </message>
    <message>
      <source>Issue now</source>
      <translation>确认签发</translation>
    </message>
    <message>
      <source>Issue {number} to {party}?</source>
      <translation>向{party}签发{number}？</translation>
    </message>
    <message>
      <source>No official number is left on this laptop, so it goes out under its draft number. To have an official one, enter the block in the settings, then withdraw and write it anew.</source>
      <translation>本机无可用正式文号，本通知书将以草稿号签发。需要正式文号的，请先在设置中登记号段，再撤回重拟。</translation>
    </message>
    <message>
      <source>Not yet</source>
      <translation>暂不签发</translation>
    </message>
    <message>
      <source>The bureau's signature closes the paper. Afterwards nothing in it can be changed: it can only be withdrawn, or corrected by a new notice, and both stay in the file.</source>
      <translation>加盖本机关电子签名后，文书内容不得再改；此后只能撤回或另行出具更正通知书，两份均存档。</translation>
    </message>
    <message>
      <source>To return: ¥ {amount}</source>
      <translation>应退回¥{amount}</translation>
    </message>
  </context>
  <context>
    <name>KeyBar</name>
    <message>
      <source>Keys</source>
      <translation>可用按键</translation>
    </message>
    <message>
      <source>acknowledge</source>
      <translation>知悉</translation>
    </message>
    <message>
      <source>add an entry</source>
      <translation>增加一条</translation>
    </message>
    <message>
      <source>choose</source>
      <translation>选择</translation>
    </message>
    <message>
      <source>does not apply</source>
      <translation>不适用</translation>
    </message>
    <message>
      <source>evidence</source>
      <translation>证据</translation>
    </message>
    <message>
      <source>find</source>
      <translation>查找</translation>
    </message>
    <message>
      <source>finding</source>
      <translation>记录为问题</translation>
    </message>
    <message>
      <source>history</source>
      <translation>历次作答</translation>
    </message>
    <message>
      <source>next open</source>
      <translation>下一未答</translation>
    </message>
    <message>
      <source>paste rows</source>
      <translation>粘贴多行</translation>
    </message>
    <message>
      <source>question</source>
      <translation>上下题</translation>
    </message>
    <message>
      <source>remark</source>
      <translation>备注</translation>
    </message>
    <message>
      <source>remove the entry</source>
      <translation>删除本条</translation>
    </message>
    <message>
      <source>sections</source>
      <translation>章节</translation>
    </message>
    <message>
      <source>take back</source>
      <translation>清除</translation>
    </message>
    <message>
      <source>undo</source>
      <translation>撤销</translation>
    </message>
    <message>
      <source>why</source>
      <translation>原因</translation>
    </message>
    <message>
      <source>yes, no</source>
      <translation>是/否</translation>
    </message>
  </context>
  <context>
    <name>LaptopsPage</name>
    <message>
      <source>Card (*.card)</source>
      <translation>名片 (*.card)</translation>
    </message>
    <message>
      <source>Code of this laptop</source>
      <translation>本机代码</translation>
    </message>
    <message>
      <source>Forget</source>
      <translation>取消登记</translation>
    </message>
    <message>
      <source>Forget {name}</source>
      <translation>移除 {name}</translation>
    </message>
    <message>
      <source>It stands in the other laptop's window under Laptops. Only then is the card theirs.</source>
      <translation>代码显示在对方电脑的“电脑”页面。代码一致，名片才可信。</translation>
    </message>
    <message>
      <source>Known laptops</source>
      <translation>已登记的电脑</translation>
    </message>
    <message>
      <source>Laptops</source>
      <translation>电脑</translation>
    </message>
    <message>
      <source>Let this laptop be known</source>
      <translation>登记这台电脑</translation>
    </message>
    <message>
      <source>None yet. Exchange cards once, then packages go both ways and are believed.</source>
      <translation>尚无。交换一次名片后，双方即可互相移交并验证来源。</translation>
    </message>
    <message>
      <source>Not now</source>
      <translation>暂不登记</translation>
    </message>
    <message>
      <source>Read another laptop's card…</source>
      <translation>读取对方名片…</translation>
    </message>
    <message>
      <source>Read this code out to whoever takes your card in; by voice, not in the same message.</source>
      <translation>请向收名片的人口头读出此代码，不要与名片一起发送。</translation>
    </message>
    <message>
      <source>Take no more packages from it; what it sent stays.</source>
      <translation>不再接收它的移交包；已收内容保留。</translation>
    </message>
    <message>
      <source>The card says: {who}</source>
      <translation>名片所载：{who}</translation>
    </message>
    <message>
      <source>The code that the other person reads out</source>
      <translation>对方读出的代码</translation>
    </message>
    <message>
      <source>This laptop</source>
      <translation>本机</translation>
    </message>
    <message>
      <source>Write this laptop's card…</source>
      <translation>写出本机名片…</translation>
    </message>
    <message>
      <source>{code} · compared {when}</source>
      <translation>{code} · {when} 核对</translation>
    </message>
    <message>
      <source>{name} was written. Give it to the other person and read your code out.</source>
      <translation>已写入 {name}。请交给对方，并读出本机代码。</translation>
    </message>
    <message>
      <source>{name}'s laptop is known now. It needs your card too, to answer.</source>
      <translation>{name}的电脑已登记。对方也需登记您的名片才能回复。</translation>
    </message>
    <message>
      <source>{name}'s laptop is no longer known here.</source>
      <translation>已取消登记{name}的电脑。</translation>
    </message>
  </context>
  <context>
    <name>Ledger</name>
    <message>
      <source>Address</source>
      <translation>住址</translation>
    </message>
    <message>
      <source>Admitted</source>
      <translation>入院时间</translation>
    </message>
    <message>
      <source>Age</source>
      <translation>年龄</translation>
    </message>
    <message>
      <source>Amount</source>
      <translation>金额</translation>
    </message>
    <message>
      <source>Base unit</source>
      <translation>最小单位</translation>
    </message>
    <message>
      <source>Batch</source>
      <translation>批号</translation>
    </message>
    <message>
      <source>Bed</source>
      <translation>床号</translation>
    </message>
    <message>
      <source>Bed checks</source>
      <translation>床位核查</translation>
    </message>
    <message>
      <source>Begun</source>
      <translation>开始时间</translation>
    </message>
    <message>
      <source>Billing</source>
      <translation>收费明细</translation>
    </message>
    <message>
      <source>Born</source>
      <translation>出生日期</translation>
    </message>
    <message>
      <source>Category of charge</source>
      <translation>费用类别</translation>
    </message>
    <message>
      <source>Class of payment</source>
      <translation>支付类别</translation>
    </message>
    <message>
      <source>Closing stock</source>
      <translation>期末库存</translation>
    </message>
    <message>
      <source>Date</source>
      <translation>日期</translation>
    </message>
    <message>
      <source>Days on leave</source>
      <translation>请假天数</translation>
    </message>
    <message>
      <source>Deaths</source>
      <translation>死亡名单</translation>
    </message>
    <message>
      <source>Delivery note</source>
      <translation>随货同行单号</translation>
    </message>
    <message>
      <source>Department</source>
      <translation>科室</translation>
    </message>
    <message>
      <source>Diagnosis</source>
      <translation>诊断</translation>
    </message>
    <message>
      <source>Discharged</source>
      <translation>出院日期</translation>
    </message>
    <message>
      <source>Divided by</source>
      <translation>除数</translation>
    </message>
    <message>
      <source>Doctor</source>
      <translation>医师</translation>
    </message>
    <message>
      <source>Ended</source>
      <translation>结束时间</translation>
    </message>
    <message>
      <source>Factor</source>
      <translation>换算系数</translation>
    </message>
    <message>
      <source>File</source>
      <translation>文件</translation>
    </message>
    <message>
      <source>Flux</source>
      <translation>通量</translation>
    </message>
    <message>
      <source>Fund</source>
      <translation>基金支付</translation>
    </message>
    <message>
      <source>Given out</source>
      <translation>本期出库</translation>
    </message>
    <message>
      <source>Institution</source>
      <translation>机构名称</translation>
    </message>
    <message>
      <source>Institution's code</source>
      <translation>机构编码</translation>
    </message>
    <message>
      <source>Insurance</source>
      <translation>参保类型</translation>
    </message>
    <message>
      <source>Invoice</source>
      <translation>发票号</translation>
    </message>
    <message>
      <source>Item name</source>
      <translation>项目名称</translation>
    </message>
    <message>
      <source>Kind of care</source>
      <translation>医疗类别</translation>
    </message>
    <message>
      <source>Kind of change</source>
      <translation>变动类型</translation>
    </message>
    <message>
      <source>Kind of entry</source>
      <translation>入库类型</translation>
    </message>
    <message>
      <source>Line</source>
      <translation>行</translation>
    </message>
    <message>
      <source>List of inpatients</source>
      <translation>在院名单</translation>
    </message>
    <message>
      <source>Loss</source>
      <translation>损耗</translation>
    </message>
    <message>
      <source>Losses, transfers, own use</source>
      <translation>损耗、调拨与自用</translation>
    </message>
    <message>
      <source>Machine</source>
      <translation>透析机</translation>
    </message>
    <message>
      <source>Maker</source>
      <translation>生产厂家</translation>
    </message>
    <message>
      <source>Mode of dialysis</source>
      <translation>透析方式</translation>
    </message>
    <message>
      <source>Model of the dialyser</source>
      <translation>透析器型号</translation>
    </message>
    <message>
      <source>National code</source>
      <translation>国家医保编码</translation>
    </message>
    <message>
      <source>Note</source>
      <translation>备注</translation>
    </message>
    <message>
      <source>Opening stock</source>
      <translation>期初库存</translation>
    </message>
    <message>
      <source>Own code</source>
      <translation>院内编码</translation>
    </message>
    <message>
      <source>Paid by oneself (yes or no)</source>
      <translation>自费（是否）</translation>
    </message>
    <message>
      <source>Paid by the fund</source>
      <translation>统筹支付</translation>
    </message>
    <message>
      <source>Person or supplier</source>
      <translation>患者或供应商</translation>
    </message>
    <message>
      <source>Person's name</source>
      <translation>姓名</translation>
    </message>
    <message>
      <source>Person's number</source>
      <translation>人员编号或证件号</translation>
    </message>
    <message>
      <source>Price</source>
      <translation>单价</translation>
    </message>
    <message>
      <source>Purchases</source>
      <translation>采购入库</translation>
    </message>
    <message>
      <source>Quantity</source>
      <translation>数量</translation>
    </message>
    <message>
      <source>Receipt</source>
      <translation>单据号</translation>
    </message>
    <message>
      <source>Refund (yes or no)</source>
      <translation>退费（是否）</translation>
    </message>
    <message>
      <source>Returns by customers</source>
      <translation>销售退回</translation>
    </message>
    <message>
      <source>Returns to suppliers</source>
      <translation>采购退货</translation>
    </message>
    <message>
      <source>Sales</source>
      <translation>销售</translation>
    </message>
    <message>
      <source>Schedule or machine log</source>
      <translation>排班或机器记录</translation>
    </message>
    <message>
      <source>Settled as</source>
      <translation>结算类型</translation>
    </message>
    <message>
      <source>Settled trace codes</source>
      <translation>已结算追溯码</translation>
    </message>
    <message>
      <source>Settlement</source>
      <translation>结算单号</translation>
    </message>
    <message>
      <source>Sex</source>
      <translation>性别</translation>
    </message>
    <message>
      <source>Shift</source>
      <translation>班次</translation>
    </message>
    <message>
      <source>Source of the factor</source>
      <translation>换算依据</translation>
    </message>
    <message>
      <source>Specification</source>
      <translation>规格</translation>
    </message>
    <message>
      <source>Status</source>
      <translation>状态</translation>
    </message>
    <message>
      <source>Stock counts</source>
      <translation>盘存</translation>
    </message>
    <message>
      <source>Supplier</source>
      <translation>供应商</translation>
    </message>
    <message>
      <source>Taken in</source>
      <translation>本期入库</translation>
    </message>
    <message>
      <source>Time</source>
      <translation>时间</translation>
    </message>
    <message>
      <source>Times on leave</source>
      <translation>请假次数</translation>
    </message>
    <message>
      <source>Trace code</source>
      <translation>追溯码</translation>
    </message>
    <message>
      <source>Treatment records</source>
      <translation>治疗记录</translation>
    </message>
    <message>
      <source>Unit</source>
      <translation>单位</translation>
    </message>
    <message>
      <source>Units</source>
      <translation>单位换算</translation>
    </message>
    <message>
      <source>Unpacked (yes or no)</source>
      <translation>拆零（是否）</translation>
    </message>
    <message>
      <source>Vascular access</source>
      <translation>血管通路</translation>
    </message>
    <message>
      <source>Visit or stay</source>
      <translation>就诊号或住院号</translation>
    </message>
    <message>
      <source>Ward</source>
      <translation>病区</translation>
    </message>
    <message>
      <source>What stands there</source>
      <translation>原文</translation>
    </message>
    <message>
      <source>Why</source>
      <translation>原因</translation>
    </message>
    <message>
      <source>blank lines</source>
      <translation>空行</translation>
    </message>
    <message>
      <source>header</source>
      <translation>表头</translation>
    </message>
    <message>
      <source>other lines</source>
      <translation>其他行</translation>
    </message>
    <message>
      <source>remarks at the end</source>
      <translation>表尾说明</translation>
    </message>
    <message>
      <source>repeated headers</source>
      <translation>重复表头</translation>
    </message>
    <message>
      <source>titles</source>
      <translation>标题行</translation>
    </message>
    <message>
      <source>totals</source>
      <translation>合计行</translation>
    </message>
  </context>
  <context>
    <name>LedgerImport</name>
    <message>
      <source>&amp;Take these ledgers</source>
      <translation>收入这些台账(&amp;T)</translation>
    </message>
    <message>
      <source>Back without taking</source>
      <translation>返回，不收入</translation>
    </message>
    <message>
      <source>Choose &amp;files</source>
      <translation>选择文件(&amp;F)</translation>
    </message>
    <message>
      <source>Choose all files at once: xlsx, xls, csv or text, months and wards in files of their own. What each is follows from its columns; nothing is taken before you have looked at it.</source>
      <translation>一次选择全部文件：xlsx、xls、csv或文本，可按月、按病区分成多个。文件种类按表头识别，确认之前不会收入。</translation>
    </message>
    <message>
      <source>Choose what these files are; then the columns are shown.</source>
      <translation>请先选择文件种类，再核对各列。</translation>
    </message>
    <message>
      <source>Columns</source>
      <translation>列对应</translation>
    </message>
    <message>
      <source>Handed over by (of the institution)</source>
      <translation>提供人（被检机构）</translation>
    </message>
    <message>
      <source>How it was exported and copied</source>
      <translation>导出与拷贝方式</translation>
    </message>
    <message>
      <source>Ledgers to be taken</source>
      <translation>待收入的台账</translation>
    </message>
    <message>
      <source>Lines read: {read} = used: {used} + set aside: {aside} + no data: {others}</source>
      <translation>读取{read}行＝采用{used}＋搁置{aside}＋非数据{others}</translation>
    </message>
    <message>
      <source>No column was recognised for: {groups}. Choose it below.</source>
      <translation>未识别到以下列：{groups}。请在下方选择。</translation>
    </message>
    <message>
      <source>Not recognised</source>
      <translation>未识别</translation>
    </message>
    <message>
      <source>Reading {name}</source>
      <translation>正在读取{name}</translation>
    </message>
    <message>
      <source>Set aside</source>
      <translation>搁置</translation>
    </message>
    <message>
      <source>Set aside ({count})</source>
      <translation>搁置（{count}）</translation>
    </message>
    <message>
      <source>Tables ({files});;All files (*)</source>
      <translation>表格（{files}）;;所有文件 (*)</translation>
    </message>
    <message>
      <source>Taking {name}</source>
      <translation>正在收入{name}</translation>
    </message>
    <message>
      <source>What the institution handed over</source>
      <translation>被检机构提供的台账</translation>
    </message>
    <message>
      <source>What these files are</source>
      <translation>文件种类</translation>
    </message>
    <message>
      <source>columns are missing</source>
      <translation>缺少必要的列</translation>
    </message>
    <message>
      <source>lines: {count}</source>
      <translation>{count}行</translation>
    </message>
  </context>
  <context>
    <name>LedgerSheetPage</name>
    <message>
      <source>Import ledgers</source>
      <translation>导入台账</translation>
    </message>
    <message>
      <source>Lines of the ledger</source>
      <translation>台账明细</translation>
    </message>
  </context>
  <context>
    <name>LetterForm</name>
    <message>
      <source>Approve</source>
      <translation>审批</translation>
    </message>
    <message>
      <source>Approved by telephone …</source>
      <translation>电话批准…</translation>
    </message>
    <message>
      <source>Approved by {name}, {when}.</source>
      <translation>{name}已批准，{when}。</translation>
    </message>
    <message>
      <source>Batch</source>
      <translation>批号</translation>
    </message>
    <message>
      <source>It follows from what was entered; nothing is typed here.</source>
      <translation>内容由已录入的信息生成，无需填写。</translation>
    </message>
    <message>
      <source>On another laptop …</source>
      <translation>异机审批…</translation>
    </message>
    <message>
      <source>Quantity</source>
      <translation>数量</translation>
    </message>
    <message>
      <source>Remark</source>
      <translation>备注</translation>
    </message>
    <message>
      <source>Thing</source>
      <translation>名称</translation>
    </message>
    <message>
      <source>Unit</source>
      <translation>单位</translation>
    </message>
    <message>
      <source>What is registered and kept</source>
      <translation>登记保存的物品</translation>
    </message>
  </context>
  <context>
    <name>LetterPage</name>
    <message>
      <source>A second person reads the paper and approves by their own passphrase.</source>
      <translation>由另一人阅看文书，用本人口令审批。</translation>
    </message>
    <message>
      <source>Approval on another laptop</source>
      <translation>异机审批</translation>
    </message>
    <message>
      <source>Approved by telephone</source>
      <translation>电话批准</translation>
    </message>
    <message>
      <source>Issue it now</source>
      <translation>现在签发</translation>
    </message>
    <message>
      <source>It gets the number {number}.</source>
      <translation>将使用文号 {number}。</translation>
    </message>
    <message>
      <source>Its number is used up, the paper is laid out for good and never changed afterwards; a mistake is mended by withdrawing it and making a new one.</source>
      <translation>文号随即占用，文书定稿后不再改动；如有错误，撤回后另行制作。</translation>
    </message>
    <message>
      <source>Missing before it can go on; each line leads to its field.</source>
      <translation>还缺以下内容，点击可直接填写。</translation>
    </message>
    <message>
      <source>Nobody else on this laptop may approve it: ask on another laptop, or add a second person under People.</source>
      <translation>本机没有其他人可以审批：请异机审批，或在“人员”中添加。</translation>
    </message>
    <message>
      <source>Not yet</source>
      <translation>暂不</translation>
    </message>
    <message>
      <source>Print it, have it signed, then take in the scan of the signed copy.</source>
      <translation>打印并请对方签字，再收入签字件的扫描件。</translation>
    </message>
    <message>
      <source>Something changed since it was approved. Have it approved again.</source>
      <translation>审批后内容有变动，请重新审批。</translation>
    </message>
    <message>
      <source>The numbers of the evidence and of the findings are fixed with it.</source>
      <translation>证据和问题的编号随之固定。</translation>
    </message>
    <message>
      <source>The signed copy is evidence {numbers}.</source>
      <translation>签字件为证据{numbers}。</translation>
    </message>
    <message>
      <source>Workbook</source>
      <translation>电子表格</translation>
    </message>
    <message>
      <source>Workbook (xlsx), unencrypted</source>
      <translation>导出电子表格（xlsx，未加密）</translation>
    </message>
    <message>
      <source>{number} is issued. Print it with Ctrl+P.</source>
      <translation>{number} 已签发，按 Ctrl+P 打印。</translation>
    </message>
  </context>
  <context>
    <name>MainWindow</name>
    <message>
      <source>Inspection desk</source>
      <translation>现场检查工作台</translation>
    </message>
  </context>
  <context>
    <name>MarkupCanvas</name>
    <message>
      <source>Picture to mark</source>
      <translation>待标注图片</translation>
    </message>
  </context>
  <context>
    <name>MarkupPane</name>
    <message>
      <source>A box around what matters.</source>
      <translation>框出要点。</translation>
    </message>
    <message>
      <source>An arrow, drawn towards what matters.</source>
      <translation>拖动箭头指向要点。</translation>
    </message>
    <message>
      <source>Arrow</source>
      <translation>箭头</translation>
    </message>
    <message>
      <source>Box</source>
      <translation>方框</translation>
    </message>
    <message>
      <source>Click where the text shall stand.</source>
      <translation>点击文字位置。</translation>
    </message>
    <message>
      <source>Done</source>
      <translation>完成</translation>
    </message>
    <message>
      <source>Drag, or arrows move, Shift+arrows size, Enter sets. The original is never changed.</source>
      <translation>拖动，或用方向键移动、Shift+方向键调整大小、回车确定。原件不会改动。</translation>
    </message>
    <message>
      <source>Mosaic</source>
      <translation>马赛克</translation>
    </message>
    <message>
      <source>Redo</source>
      <translation>重做</translation>
    </message>
    <message>
      <source>Remove the last</source>
      <translation>删除最后一项</translation>
    </message>
    <message>
      <source>Text</source>
      <translation>文字</translation>
    </message>
    <message>
      <source>Text on the picture</source>
      <translation>图上文字</translation>
    </message>
    <message>
      <source>Text on the picture, then Enter</source>
      <translation>输入图上文字后回车</translation>
    </message>
    <message>
      <source>Undo</source>
      <translation>撤销</translation>
    </message>
    <message>
      <source>What a mosaic covers cannot be made out on the copy.</source>
      <translation>马赛克遮住的内容在副本上无法辨认。</translation>
    </message>
  </context>
  <context>
    <name>MatchList</name>
    <message>
      <source>1 person to decide</source>
      <translation>待确认1人</translation>
    </message>
    <message>
      <source>All with same bed and name</source>
      <translation>床号姓名一致的全部确认</translation>
    </message>
    <message>
      <source>Back to the beds</source>
      <translation>返回床位</translation>
    </message>
    <message>
      <source>Is this the same person?</source>
      <translation>是同一人吗？</translation>
    </message>
    <message>
      <source>No, somebody else</source>
      <translation>不是同一人</translation>
    </message>
    <message>
      <source>Offered matches</source>
      <translation>建议的匹配</translation>
    </message>
    <message>
      <source>On the hospital's list</source>
      <translation>医院名单</translation>
    </message>
    <message>
      <source>Seen on the walk</source>
      <translation>走查所见</translation>
    </message>
    <message>
      <source>These persons were walked before the list came. Nobody is counted until you say so.</source>
      <translation>这些人员在名单到来之前已核查，未经您确认不予计入。</translation>
    </message>
    <message>
      <source>Yes, the same</source>
      <translation>是同一人</translation>
    </message>
    <message>
      <source>admitted {day}</source>
      <translation>入院{day}</translation>
    </message>
    <message>
      <source>hold: names</source>
      <translation>按住看姓名</translation>
    </message>
    <message>
      <source>no name</source>
      <translation>无姓名</translation>
    </message>
    <message>
      <source>{count} persons to decide</source>
      <translation>待确认{count}人</translation>
    </message>
  </context>
  <context>
    <name>MissingStrip</name>
    <message>
      <source>Complete but for</source>
      <translation>要素齐全，尚待处理：</translation>
    </message>
    <message>
      <source>Complete: everything the notice needs is here.</source>
      <translation>要素齐全，可列入通知书。</translation>
    </message>
    <message>
      <source>Missing for the notice:</source>
      <translation>通知书尚缺：</translation>
    </message>
    <message>
      <source>Missing: {field}</source>
      <translation>缺少：{field}</translation>
    </message>
    <message>
      <source>category</source>
      <translation>问题类别</translation>
    </message>
    <message>
      <source>clause</source>
      <translation>条款</translation>
    </message>
    <message>
      <source>description</source>
      <translation>问题情形</translation>
    </message>
    <message>
      <source>evidence</source>
      <translation>证据</translation>
    </message>
    <message>
      <source>requirement</source>
      <translation>整改要求</translation>
    </message>
    <message>
      <source>the clauses in doubt</source>
      <translation>存疑的条款</translation>
    </message>
  </context>
  <context>
    <name>NewInspectionPage</name>
    <message>
      <source>A visit needs two inspectors with certificate numbers; {count} chosen so far.</source>
      <translation>进场须两名持证执法人员，目前已选{count}名。</translation>
    </message>
    <message>
      <source>Add a person to this laptop …</source>
      <translation>在本机增加人员…</translation>
    </message>
    <message>
      <source>Back</source>
      <translation>返回</translation>
    </message>
    <message>
      <source>Back to the list</source>
      <translation>返回列表</translation>
    </message>
    <message>
      <source>Choose one that is known here or type a new name; code and address can follow.</source>
      <translation>选择已有机构或输入新名称，编码和地址可以后补。</translation>
    </message>
    <message>
      <source>Institution</source>
      <translation>机构</translation>
    </message>
    <message>
      <source>Mode</source>
      <translation>方式</translation>
    </message>
    <message>
      <source>Name as on the licence</source>
      <translation>名称（与许可证一致）</translation>
    </message>
    <message>
      <source>New inspection</source>
      <translation>新建检查</translation>
    </message>
    <message>
      <source>Open the inspection</source>
      <translation>打开检查</translation>
    </message>
    <message>
      <source>Purpose</source>
      <translation>检查事由</translation>
    </message>
    <message>
      <source>Such as: night check of patients in bed</source>
      <translation>例如：夜间在床核查</translation>
    </message>
    <message>
      <source>Team</source>
      <translation>检查组</translation>
    </message>
  </context>
  <context>
    <name>NewPassphrase</name>
    <message>
      <source>At least eight characters; a short sentence is best. If it is forgotten, only the recovery key or the bureau's key can set a new one.</source>
      <translation>至少八个字符，最好用一句短句。忘记后只能用恢复密钥或医保局密钥重新设置。</translation>
    </message>
    <message>
      <source>New passphrase</source>
      <translation>新口令</translation>
    </message>
    <message>
      <source>The same again</source>
      <translation>再输入一次</translation>
    </message>
    <message>
      <source>The two passphrases differ. Type both again.</source>
      <translation>两次口令不一致，请都重新输入。</translation>
    </message>
  </context>
  <context>
    <name>NoticeEnding</name>
    <message>
      <source>Correct by a new notice</source>
      <translation>更正（另起新通知书）</translation>
    </message>
    <message>
      <source>Correct or withdraw</source>
      <translation>更正或撤回</translation>
    </message>
    <message>
      <source>Correct: this notice is withdrawn, and a new draft begins that names it and takes over what was typed. It is approved and signed anew.</source>
      <translation>更正：撤回本通知书，另起一份草稿，注明更正关系并沿用已填内容，须重新批准和签名。</translation>
    </message>
    <message>
      <source>Give this notice up</source>
      <translation>放弃本通知书</translation>
    </message>
    <message>
      <source>Reason; it stays with the notice</source>
      <translation>原因（随文书保存）</translation>
    </message>
    <message>
      <source>The draft stays in the list as withdrawn; its findings can stand in another notice.</source>
      <translation>草稿以已撤回状态保留在列表中；所列问题可写入另一份通知书。</translation>
    </message>
    <message>
      <source>The number {number} becomes void and is never given again; the findings can stand in another notice. It cannot be undone.</source>
      <translation>文号{number}作废且不再使用；所列问题可写入另一份通知书。不可撤销。</translation>
    </message>
    <message>
      <source>Withdraw</source>
      <translation>撤回</translation>
    </message>
    <message>
      <source>Withdraw: the notice keeps its number and is marked withdrawn; its findings are open again. Copies on paper must be taken back by you. None of it can be undone.</source>
      <translation>撤回：文号保留，文书标为已撤回，所列问题恢复为待处理；已发出的纸质件须自行收回。以上均不可撤销。</translation>
    </message>
  </context>
  <context>
    <name>NoticeHead</name>
    <message>
      <source> It gets the number {number}.</source>
      <translation>签名时取得文号{number}。</translation>
    </message>
    <message>
      <source>A second person reads it and approves with their own passphrase.</source>
      <translation>请第二人审阅后，用本人口令批准。</translation>
    </message>
    <message>
      <source>Add a second person</source>
      <translation>增加第二人</translation>
    </message>
    <message>
      <source>All inspectors have signed. The bureau's signature issues it for good.</source>
      <translation>执法人员均已签名。加盖本局电子签章后即签发，不可再改。</translation>
    </message>
    <message>
      <source>Approve</source>
      <translation>审批</translation>
    </message>
    <message>
      <source>Approved by telephone …</source>
      <translation>电话批准…</translation>
    </message>
    <message>
      <source>Deliver</source>
      <translation>送达</translation>
    </message>
    <message>
      <source>Drafted</source>
      <translation>起草</translation>
    </message>
    <message>
      <source>Each inspector signs with their own passphrase.</source>
      <translation>执法人员各自用本人口令签名。</translation>
    </message>
    <message>
      <source>Enter a block of numbers</source>
      <translation>录入号段</translation>
    </message>
    <message>
      <source>Go to the first point</source>
      <translation>去办第一项</translation>
    </message>
    <message>
      <source>Issue</source>
      <translation>签发</translation>
    </message>
    <message>
      <source>Issued, printed, delivered and scanned back. Nothing is left to do here.</source>
      <translation>已签发、打印、送达并回存扫描件，已无待办事项。</translation>
    </message>
    <message>
      <source>Issued. Its approval by telephone is still to be confirmed, in the contents.</source>
      <translation>已签发。其电话批准尚待确认，见“内容”。</translation>
    </message>
    <message>
      <source>Issued. Print it, then deliver it against a receipt.</source>
      <translation>已签发。请打印并送达，由受送达人签收。</translation>
    </message>
    <message>
      <source>More</source>
      <translation>更多</translation>
    </message>
    <message>
      <source>Nobody else on this laptop may approve it: ask on another laptop, or add a second person under People &amp; keys.</source>
      <translation>本机没有其他人可以审批：请异机审批，或在“人员与密钥”中添加。</translation>
    </message>
    <message>
      <source>On another laptop …</source>
      <translation>异机审批…</translation>
    </message>
    <message>
      <source>One point is open before it can go on:</source>
      <translation>还有1项待办，办完才能继续：</translation>
    </message>
    <message>
      <source>PIN of the bureau's token</source>
      <translation>本局介质PIN码</translation>
    </message>
    <message>
      <source>Print</source>
      <translation>打印</translation>
    </message>
    <message>
      <source>Print, deliver</source>
      <translation>打印、送达</translation>
    </message>
    <message>
      <source>Printed. Deliver it: the receipt says who took it and when, or who refused.</source>
      <translation>已打印。请送达：送达回证记明何人何时签收或拒收。</translation>
    </message>
    <message>
      <source>Sign</source>
      <translation>签名</translation>
    </message>
    <message>
      <source>Sign for the bureau and issue</source>
      <translation>加盖本局签章并签发</translation>
    </message>
    <message>
      <source>Something changed since the approval: it must be approved again.</source>
      <translation>批准之后内容有变动，须重新批准。</translation>
    </message>
    <message>
      <source>Take in the scan of the paper as it was signed for.</source>
      <translation>请录入已签收件的扫描件。</translation>
    </message>
    <message>
      <source>Take in the signed copy</source>
      <translation>收入签字件</translation>
    </message>
    <message>
      <source>This laptop has no official number left: it would go out under a draft number. Enter a block of numbers in the settings before the first signature.</source>
      <translation>本机已无正式文号，签发后仅有草稿号。请在第一人签名前到设置中登记号段。</translation>
    </message>
    <message>
      <source>Withdrawn: {reason}</source>
      <translation>已撤回：{reason}</translation>
    </message>
    <message>
      <source>Write a new notice</source>
      <translation>重新起草</translation>
    </message>
    <message>
      <source>and {count} more</source>
      <translation>另有{count}项</translation>
    </message>
    <message>
      <source>{count} points are open before it can go on:</source>
      <translation>还有{count}项待办，办完才能继续：</translation>
    </message>
  </context>
  <context>
    <name>NoticePage</name>
    <message>
      <source>Approval on another laptop</source>
      <translation>异机审批</translation>
    </message>
    <message>
      <source>Approve, sign or issue</source>
      <translation>审核、签名或签发</translation>
    </message>
    <message>
      <source>Approved by telephone</source>
      <translation>电话批准</translation>
    </message>
    <message>
      <source>Contents</source>
      <translation>内容</translation>
    </message>
    <message>
      <source>Contents or paper</source>
      <translation>内容或文书</translation>
    </message>
    <message>
      <source>Correct</source>
      <translation>更正</translation>
    </message>
    <message>
      <source>Correct by a new notice</source>
      <translation>更正（另起新通知书）</translation>
    </message>
    <message>
      <source>Deliver</source>
      <translation>送达</translation>
    </message>
    <message>
      <source>Export the notice; the copy is not encrypted</source>
      <translation>导出通知书（副本不加密）</translation>
    </message>
    <message>
      <source>Export unencrypted</source>
      <translation>明文导出</translation>
    </message>
    <message>
      <source>Paper</source>
      <translation>纸面</translation>
    </message>
    <message>
      <source>Pictures and PDF (*.pdf *.jpg *.jpeg *.png *.tif *.tiff *.heic)</source>
      <translation>图片与PDF (*.pdf *.jpg *.jpeg *.png *.tif *.tiff *.heic)</translation>
    </message>
    <message>
      <source>Print</source>
      <translation>打印</translation>
    </message>
    <message>
      <source>Scan of the signed paper</source>
      <translation>签字件扫描</translation>
    </message>
    <message>
      <source>Signing</source>
      <translation>正在签名</translation>
    </message>
    <message>
      <source>Signing for the bureau</source>
      <translation>正在加盖单位签名</translation>
    </message>
    <message>
      <source>Take in the scan of the paper</source>
      <translation>收入纸面扫描件</translation>
    </message>
    <message>
      <source>The scan is evidence {number} and belongs to this notice.</source>
      <translation>扫描件为证据 {number}，归属本通知书。</translation>
    </message>
    <message>
      <source>Verify</source>
      <translation>核验</translation>
    </message>
    <message>
      <source>Withdraw</source>
      <translation>撤回</translation>
    </message>
    <message>
      <source>{name} was written. It is not encrypted.</source>
      <translation>已写出{name}，未加密。</translation>
    </message>
    <message>
      <source>{number} is issued. Print it with Ctrl+P.</source>
      <translation>{number} 已签发，按 Ctrl+P 打印。</translation>
    </message>
  </context>
  <context>
    <name>NoticePanel</name>
    <message>
      <source>Approval</source>
      <translation>批准</translation>
    </message>
    <message>
      <source>Certificate issued by {issuer}, code {code}.</source>
      <translation>证书由{issuer}签发，校验码{code}。</translation>
    </message>
    <message>
      <source>Copies</source>
      <translation>份数</translation>
    </message>
    <message>
      <source>Copies printed: {printed}; the notice is made out in {copies}.</source>
      <translation>已打印{printed}份；文书一式{copies}份。</translation>
    </message>
    <message>
      <source>Deadline</source>
      <translation>整改期限</translation>
    </message>
    <message>
      <source>Delivered {time}</source>
      <translation>已送达 {time}</translation>
    </message>
    <message>
      <source>Journal code: {code}</source>
      <translation>检查日志校验码：{code}</translation>
    </message>
    <message>
      <source>More facts, before the table</source>
      <translation>补充事实（表格之前）</translation>
    </message>
    <message>
      <source>More requirements, one a line</source>
      <translation>补充要求，每行一条</translation>
    </message>
    <message>
      <source>Office in charge</source>
      <translation>承办科室</translation>
    </message>
    <message>
      <source>On paper</source>
      <translation>纸质件</translation>
    </message>
    <message>
      <source>Opening, instead of the usual words</source>
      <translation>开头（替代通用语）</translation>
    </message>
    <message>
      <source>Refused and left on the premises {time}</source>
      <translation>拒收，已留置送达 {time}</translation>
    </message>
    <message>
      <source>Region's term</source>
      <translation>恢复地区规定</translation>
    </message>
    <message>
      <source>Right to be heard, instead of the usual words</source>
      <translation>陈述申辩权（替代通用语）</translation>
    </message>
    <message>
      <source>Signatures</source>
      <translation>签名</translation>
    </message>
    <message>
      <source>Telephone</source>
      <translation>联系电话</translation>
    </message>
    <message>
      <source>The bureau</source>
      <translation>医保局</translation>
    </message>
    <message>
      <source>The delivery is begun, not closed</source>
      <translation>送达已开始，尚未办结</translation>
    </message>
    <message>
      <source>The signed paper was not scanned yet.</source>
      <translation>签收后的纸质件尚未扫描收入。</translation>
    </message>
    <message>
      <source>Verification</source>
      <translation>验证结果</translation>
    </message>
    <message>
      <source>Vouched for by this laptop's own authority only, code {code}.</source>
      <translation>仅由本机自建机构证明，校验码{code}。</translation>
    </message>
    <message>
      <source>What the notice adds</source>
      <translation>通知书补充内容</translation>
    </message>
    <message>
      <source>open</source>
      <translation>未签</translation>
    </message>
    <message>
      <source>usually {value}</source>
      <translation>默认：{value}</translation>
    </message>
  </context>
  <context>
    <name>NumberBlocks</name>
    <message>
      <source>Enter the block</source>
      <translation>登记号段</translation>
    </message>
    <message>
      <source>First number</source>
      <translation>起始号</translation>
    </message>
    <message>
      <source>From</source>
      <translation>起</translation>
    </message>
    <message>
      <source>Last number</source>
      <translation>截止号</translation>
    </message>
    <message>
      <source>No number of {year} is left: notices carry draft numbers until a block is entered.</source>
      <translation>{year}年已无可用文号：录入号段之前，通知书使用草稿号。</translation>
    </message>
    <message>
      <source>Numbers of rectification notices</source>
      <translation>责令整改通知书文号</translation>
    </message>
    <message>
      <source>Only one number of {year} is left. Ask the bureau for a block.</source>
      <translation>{year}年文号仅余1个，请向局里申领号段。</translation>
    </message>
    <message>
      <source>Only {count} numbers of {year} are left. Ask the bureau for a block.</source>
      <translation>{year}年文号仅余{count}个，请向局里申领号段。</translation>
    </message>
    <message>
      <source>The bureau assigns each laptop its own numbers, so that two laptops never give the same one.</source>
      <translation>医保局为每台电脑分配各自的号段，两台电脑不会给出同一个号。</translation>
    </message>
    <message>
      <source>The notices will carry {first} to {last}, each number once.</source>
      <translation>文书将依次编为{first}至{last}，每个号只用一次。</translation>
    </message>
    <message>
      <source>To</source>
      <translation>止</translation>
    </message>
    <message>
      <source>Word of the bureau</source>
      <translation>机关代字</translation>
    </message>
    <message>
      <source>Word, such as 青医保</source>
      <translation>代字，例如青医保</translation>
    </message>
    <message>
      <source>Year</source>
      <translation>年份</translation>
    </message>
    <message>
      <source>{left} left, {used} used, {void} void</source>
      <translation>剩{left}，已用{used}，作废{void}</translation>
    </message>
  </context>
  <context>
    <name>NumberRegister</name>
    <message>
      <source>given, file not here</source>
      <translation>已取号，案卷不在本机</translation>
    </message>
    <message>
      <source>not given yet</source>
      <translation>未使用</translation>
    </message>
    <message>
      <source>reserved for a notice in work</source>
      <translation>已预留（通知书办理中）</translation>
    </message>
    <message>
      <source>used</source>
      <translation>已使用</translation>
    </message>
    <message>
      <source>used, notice withdrawn</source>
      <translation>已使用，通知书已撤回</translation>
    </message>
    <message>
      <source>void</source>
      <translation>作废</translation>
    </message>
  </context>
  <context>
    <name>NumberRegisterModel</name>
    <message>
      <source>Institution</source>
      <translation>机构</translation>
    </message>
    <message>
      <source>Number</source>
      <translation>字号</translation>
    </message>
    <message>
      <source>Person</source>
      <translation>人员</translation>
    </message>
    <message>
      <source>Reason</source>
      <translation>理由</translation>
    </message>
    <message>
      <source>State</source>
      <translation>状态</translation>
    </message>
    <message>
      <source>Time</source>
      <translation>时间</translation>
    </message>
  </context>
  <context>
    <name>NumberRegisterView</name>
    <message>
      <source>Declare void</source>
      <translation>作废</translation>
    </message>
    <message>
      <source>Every number of every block. One that stands in a notice ends with the notice; one that was given and never printed is declared void here, with the reason that explains the gap.</source>
      <translation>列出各号段的每个字号。已印在通知书上的字号随通知书处理；已取号但未印出的，在此填写理由后作废，作为断号说明。</translation>
    </message>
    <message>
      <source>How many</source>
      <translation>数量</translation>
    </message>
    <message>
      <source>Institution</source>
      <translation>机构</translation>
    </message>
    <message>
      <source>Number</source>
      <translation>字号</translation>
    </message>
    <message>
      <source>Number register</source>
      <translation>字号登记簿</translation>
    </message>
    <message>
      <source>Person</source>
      <translation>人员</translation>
    </message>
    <message>
      <source>Reason</source>
      <translation>理由</translation>
    </message>
    <message>
      <source>State</source>
      <translation>状态</translation>
    </message>
    <message>
      <source>The file that this number was given for is not on this laptop. Make sure that no notice carries the number before you declare it void.</source>
      <translation>该字号所属案卷不在本机。作废前请确认没有通知书使用此字号。</translation>
    </message>
    <message>
      <source>Time</source>
      <translation>时间</translation>
    </message>
    <message>
      <source>Why the chosen number is void</source>
      <translation>所选字号的作废理由</translation>
    </message>
    <message>
      <source>Write as a table (CSV)</source>
      <translation>导出表格（CSV）</translation>
    </message>
    <message>
      <source>Write the register; the file is not encrypted</source>
      <translation>导出字号登记簿；文件不加密</translation>
    </message>
    <message>
      <source>numbers.csv</source>
      <translation>字号登记簿.csv</translation>
    </message>
    <message>
      <source>{name} was written. It is not encrypted.</source>
      <translation>已写出{name}，未加密。</translation>
    </message>
  </context>
  <context>
    <name>OverviewPage</name>
    <message>
      <source>Beds checked</source>
      <translation>已核床位</translation>
    </message>
    <message>
      <source>Before the notice</source>
      <translation>出具通知书之前</translation>
    </message>
    <message>
      <source>Delivered</source>
      <translation>已送达</translation>
    </message>
    <message>
      <source>Done so far</source>
      <translation>已完成</translation>
    </message>
    <message>
      <source>Edit  Ctrl+I</source>
      <translation>编辑　Ctrl+I</translation>
    </message>
    <message>
      <source>Edit institution, team and purpose</source>
      <translation>编辑机构、检查组和事由</translation>
    </message>
    <message>
      <source>Findings</source>
      <translation>问题</translation>
    </message>
    <message>
      <source>Issued</source>
      <translation>已签发</translation>
    </message>
    <message>
      <source>It is not delivered yet.</source>
      <translation>尚未送达。</translation>
    </message>
    <message>
      <source>Make a safety copy before you leave</source>
      <translation>离开前制作安全副本</translation>
    </message>
    <message>
      <source>Nothing is missing. The notice can be written.</source>
      <translation>没有缺项，可以出具通知书。</translation>
    </message>
    <message>
      <source>Open the visit</source>
      <translation>进入现场</translation>
    </message>
    <message>
      <source>Pieces of evidence</source>
      <translation>证据件数</translation>
    </message>
    <message>
      <source>Suspicions to decide</source>
      <translation>待处理疑点</translation>
    </message>
    <message>
      <source>Team</source>
      <translation>检查组</translation>
    </message>
    <message>
      <source>The notice</source>
      <translation>通知书</translation>
    </message>
    <message>
      <source>The visit</source>
      <translation>本次进场</translation>
    </message>
    <message>
      <source>To be rectified until</source>
      <translation>整改期限</translation>
    </message>
    <message>
      <source>To return to the fund</source>
      <translation>应退回基金</translation>
    </message>
    <message>
      <source>Visit</source>
      <translation>进场</translation>
    </message>
    <message>
      <source>and {count} more</source>
      <translation>另有{count}项</translation>
    </message>
    <message>
      <source>no certificate number</source>
      <translation>无执法证号</translation>
    </message>
    <message>
      <source>under its draft number</source>
      <translation>草稿号</translation>
    </message>
  </context>
  <context>
    <name>PaperHead</name>
    <message>
      <source>More</source>
      <translation>更多</translation>
    </message>
  </context>
  <context>
    <name>PaperLeaving</name>
    <message>
      <source>Export; the copy is not encrypted</source>
      <translation>导出（副本未加密）</translation>
    </message>
    <message>
      <source>Pictures and PDF (*.pdf *.jpg *.jpeg *.png *.tif *.tiff *.heic)</source>
      <translation>图片与PDF (*.pdf *.jpg *.jpeg *.png *.tif *.tiff *.heic)</translation>
    </message>
    <message>
      <source>Scan of the signed paper</source>
      <translation>签字件扫描</translation>
    </message>
    <message>
      <source>The scan is evidence {number} and belongs to this paper.</source>
      <translation>扫描件为证据{number}，已关联本文书。</translation>
    </message>
    <message>
      <source>Workbook (*.xlsx)</source>
      <translation>电子表格 (*.xlsx)</translation>
    </message>
    <message>
      <source>Workbook; the copy is not encrypted</source>
      <translation>导出电子表格；导出的文件不加密</translation>
    </message>
    <message>
      <source>{name} was written. It is not encrypted.</source>
      <translation>已写出{name}，未加密。</translation>
    </message>
  </context>
  <context>
    <name>PaperPage</name>
    <message>
      <source>Entries</source>
      <translation>录入</translation>
    </message>
    <message>
      <source>Entries or paper</source>
      <translation>录入或纸面</translation>
    </message>
    <message>
      <source>Export unencrypted</source>
      <translation>明文导出</translation>
    </message>
    <message>
      <source>Next step of this document</source>
      <translation>本文书的下一步</translation>
    </message>
    <message>
      <source>Paper</source>
      <translation>纸面</translation>
    </message>
    <message>
      <source>Print</source>
      <translation>打印</translation>
    </message>
    <message>
      <source>Take in a scan</source>
      <translation>收入扫描件</translation>
    </message>
    <message>
      <source>Take in the scan of the paper</source>
      <translation>收入纸面扫描件</translation>
    </message>
  </context>
  <context>
    <name>PaperView</name>
    <message>
      <source>As wide as the room</source>
      <translation>与窗口同宽</translation>
    </message>
    <message>
      <source>Fit width</source>
      <translation>适合宽度</translation>
    </message>
    <message>
      <source>Larger</source>
      <translation>放大</translation>
    </message>
    <message>
      <source>Nothing to show yet.</source>
      <translation>暂无内容。</translation>
    </message>
    <message>
      <source>Page {page} of {pages}</source>
      <translation>第{page}页，共{pages}页</translation>
    </message>
    <message>
      <source>Smaller</source>
      <translation>缩小</translation>
    </message>
    <message>
      <source>The document as it is printed</source>
      <translation>文书打印样式</translation>
    </message>
  </context>
  <context>
    <name>PartyBundleEntry</name>
    <message>
      <source>Write the bundle for the inspected party</source>
      <translation>导出交被检查单位的材料</translation>
    </message>
    <message>
      <source>Write the bundle, unencrypted, to</source>
      <translation>将材料（未加密）写入</translation>
    </message>
    <message>
      <source>{name} was written. It is not encrypted.</source>
      <translation>已写出{name}，未加密。</translation>
    </message>
  </context>
  <context>
    <name>PassphraseForm</name>
    <message>
      <source>Passphrase of a lead</source>
      <translation>负责人的口令</translation>
    </message>
    <message>
      <source>Present passphrase</source>
      <translation>现口令</translation>
    </message>
    <message>
      <source>Recovery key or the bureau's private key</source>
      <translation>恢复密钥或本局私钥</translation>
    </message>
    <message>
      <source>Set the passphrase</source>
      <translation>设置口令</translation>
    </message>
    <message>
      <source>Somebody else's desk is open while it is typed, so it counts as set by them. It is to be changed after the first unlocking of one's own; before that, nobody approves with it.</source>
      <translation>录入时他人正在使用本机，故记为由其设置。本人首次解锁后须自行更改，更改前不得用于审批。</translation>
    </message>
    <message>
      <source>{name} types a new passphrase</source>
      <translation>请{name}输入新口令</translation>
    </message>
    <message>
      <source>{name} types a passphrase of their own</source>
      <translation>请{name}输入本人口令</translation>
    </message>
  </context>
  <context>
    <name>PeopleModel</name>
    <message>
      <source>Access</source>
      <translation>访问权限</translation>
    </message>
    <message>
      <source>Certificate number</source>
      <translation>执法证号</translation>
    </message>
    <message>
      <source>Name</source>
      <translation>姓名</translation>
    </message>
    <message>
      <source>Role</source>
      <translation>身份</translation>
    </message>
    <message>
      <source>Signs with</source>
      <translation>签名证书</translation>
    </message>
    <message>
      <source>no passphrase yet</source>
      <translation>尚无口令</translation>
    </message>
    <message>
      <source>own passphrase</source>
      <translation>本人口令</translation>
    </message>
    <message>
      <source>own, changed {date}</source>
      <translation>本人已于{date}更改</translation>
    </message>
    <message>
      <source>set by recovery key, {date}</source>
      <translation>{date}凭恢复密钥重设</translation>
    </message>
    <message>
      <source>set by {name}, {date}</source>
      <translation>由{name}于{date}设置</translation>
    </message>
    <message>
      <source>until {date}, own authority</source>
      <translation>至{date}，本机自建机构</translation>
    </message>
    <message>
      <source>until {date}, {issuer}</source>
      <translation>至{date}，{issuer}</translation>
    </message>
    <message>
      <source>until {date}, {issuer}, on the token {token}</source>
      <translation>至{date}，{issuer}，介质{token}</translation>
    </message>
    <message>
      <source>{name} (here now)</source>
      <translation>{name}（当前）</translation>
    </message>
    <message>
      <source>{text}, ends soon</source>
      <translation>{text}，即将到期</translation>
    </message>
  </context>
  <context>
    <name>PeoplePage</name>
    <message>
      <source>Add a person</source>
      <translation>增加人员</translation>
    </message>
    <message>
      <source>Change the passphrase</source>
      <translation>更改口令</translation>
    </message>
    <message>
      <source>Correct the details</source>
      <translation>更正资料</translation>
    </message>
    <message>
      <source>End access</source>
      <translation>终止权限</translation>
    </message>
    <message>
      <source>Import a certificate</source>
      <translation>导入证书</translation>
    </message>
    <message>
      <source>Import the bureau's certificate</source>
      <translation>导入医保局证书</translation>
    </message>
    <message>
      <source>People</source>
      <translation>人员</translation>
    </message>
    <message>
      <source>People &amp; keys</source>
      <translation>人员与密钥</translation>
    </message>
    <message>
      <source>Set a passphrase</source>
      <translation>设置口令</translation>
    </message>
    <message>
      <source>Use a token</source>
      <translation>使用数字证书介质</translation>
    </message>
    <message>
      <source>Use a token for the bureau</source>
      <translation>本局使用数字证书介质</translation>
    </message>
    <message>
      <source>What opens this laptop</source>
      <translation>此电脑的打开方式</translation>
    </message>
  </context>
  <context>
    <name>PersonForm</name>
    <message>
      <source>Add a person</source>
      <translation>增加人员</translation>
    </message>
    <message>
      <source>Certificate number</source>
      <translation>执法证号</translation>
    </message>
    <message>
      <source>Correct a person</source>
      <translation>更正人员</translation>
    </message>
    <message>
      <source>Name</source>
      <translation>姓名</translation>
    </message>
    <message>
      <source>Passphrase of a lead or head of an office</source>
      <translation>组长或负责人的口令</translation>
    </message>
    <message>
      <source>Role</source>
      <translation>身份</translation>
    </message>
    <message>
      <source>Save</source>
      <translation>保存</translation>
    </message>
    <message>
      <source>Unit</source>
      <translation>单位</translation>
    </message>
    <message>
      <source>Who leads, or heads an office, is confirmed by somebody who does already.</source>
      <translation>组长及科室、处室、局负责人的确认，由已任其职的人员输入口令。</translation>
    </message>
  </context>
  <context>
    <name>PictureLeaving</name>
    <message>
      <source>Picture into the record</source>
      <translation>图表存入案卷</translation>
    </message>
    <message>
      <source>Save the picture</source>
      <translation>图表另存为图片</translation>
    </message>
    <message>
      <source>Save the picture; the copy is not encrypted</source>
      <translation>图表另存为图片（副本未加密）</translation>
    </message>
    <message>
      <source>The picture is evidence {number}; it stands in the record and is printed with it.</source>
      <translation>图表已存为证据{number}，随案卷列明并打印。</translation>
    </message>
    <message>
      <source>{name} was written. It is not encrypted.</source>
      <translation>已写出{name}，该文件未加密。</translation>
    </message>
  </context>
  <context>
    <name>PictureViewer</name>
    <message>
      <source>Picture</source>
      <translation>图片</translation>
    </message>
  </context>
  <context>
    <name>Place</name>
    <message>
      <source>Another version of a checklist</source>
      <translation>检查清单换版试用</translation>
    </message>
    <message>
      <source>Asked for approval</source>
      <translation>待审批</translation>
    </message>
    <message>
      <source>Before leaving</source>
      <translation>出发前检查</translation>
    </message>
    <message>
      <source>Checklist library</source>
      <translation>清单库</translation>
    </message>
    <message>
      <source>Checklists</source>
      <translation>检查清单</translation>
    </message>
    <message>
      <source>Clause</source>
      <translation>条款</translation>
    </message>
    <message>
      <source>Damaged inspection</source>
      <translation>损坏的检查</translation>
    </message>
    <message>
      <source>Dialysis</source>
      <translation>血液透析</translation>
    </message>
    <message>
      <source>Document templates</source>
      <translation>文书模板</translation>
    </message>
    <message>
      <source>Documents</source>
      <translation>文书</translation>
    </message>
    <message>
      <source>Evidence</source>
      <translation>证据</translation>
    </message>
    <message>
      <source>Filled checklist</source>
      <translation>清单审阅</translation>
    </message>
    <message>
      <source>Findings</source>
      <translation>问题</translation>
    </message>
    <message>
      <source>Hand-over</source>
      <translation>移交</translation>
    </message>
    <message>
      <source>Home</source>
      <translation>首页</translation>
    </message>
    <message>
      <source>Institution</source>
      <translation>机构</translation>
    </message>
    <message>
      <source>Interviews</source>
      <translation>询问笔录</translation>
    </message>
    <message>
      <source>Laptops</source>
      <translation>电脑</translation>
    </message>
    <message>
      <source>Leaving</source>
      <translation>出发</translation>
    </message>
    <message>
      <source>New inspection</source>
      <translation>新建检查</translation>
    </message>
    <message>
      <source>Overview</source>
      <translation>总览</translation>
    </message>
    <message>
      <source>People</source>
      <translation>人员与密钥</translation>
    </message>
    <message>
      <source>People &amp; keys</source>
      <translation>人员与密钥</translation>
    </message>
    <message>
      <source>Record</source>
      <translation>检查笔录</translation>
    </message>
    <message>
      <source>Safety copy</source>
      <translation>安全副本</translation>
    </message>
    <message>
      <source>Settings</source>
      <translation>设置</translation>
    </message>
    <message>
      <source>Stock</source>
      <translation>进销存</translation>
    </message>
    <message>
      <source>Timeline</source>
      <translation>时间线</translation>
    </message>
    <message>
      <source>Wards</source>
      <translation>病区</translation>
    </message>
    <message>
      <source>Wards as bars</source>
      <translation>病区条形图</translation>
    </message>
  </context>
  <context>
    <name>PointView</name>
    <message>
      <source>About</source>
      <translation>对象</translation>
    </message>
    <message>
      <source>Delete: why it does not hold, such as: sold by the piece</source>
      <translation>Delete：为何不成立，例如：拆零销售</translation>
    </message>
    <message>
      <source>Fund</source>
      <translation>基金支付</translation>
    </message>
    <message>
      <source>Let it count again</source>
      <translation>恢复为疑点</translation>
    </message>
    <message>
      <source>Number</source>
      <translation>数量</translation>
    </message>
    <message>
      <source>Reason for setting aside</source>
      <translation>排除理由</translation>
    </message>
    <message>
      <source>Set aside: {reason}</source>
      <translation>已排除：{reason}</translation>
    </message>
    <message>
      <source>Set it aside</source>
      <translation>排除</translation>
    </message>
    <message>
      <source>Show the lines of the ledgers: {count}</source>
      <translation>查看台账原始行（{count} 行）</translation>
    </message>
    <message>
      <source>Ward or item</source>
      <translation>病区或项目</translation>
    </message>
    <message>
      <source>When</source>
      <translation>时间</translation>
    </message>
    <message>
      <source>{name}  ·  chosen: {count}</source>
      <translation>{name}  ·  已选 {count} 项</translation>
    </message>
  </context>
  <context>
    <name>Points</name>
    <message>
      <source>About</source>
      <translation>对象</translation>
    </message>
    <message>
      <source>Fund (¥)</source>
      <translation>基金支付（元）</translation>
    </message>
    <message>
      <source>Lines</source>
      <translation>行数</translation>
    </message>
    <message>
      <source>Number</source>
      <translation>数量</translation>
    </message>
    <message>
      <source>Point</source>
      <translation>疑点</translation>
    </message>
    <message>
      <source>Ward or item</source>
      <translation>病区或项目</translation>
    </message>
    <message>
      <source>When</source>
      <translation>时间</translation>
    </message>
  </context>
  <context>
    <name>PointsSheetPage</name>
    <message>
      <source>All points</source>
      <translation>全部疑点</translation>
    </message>
    <message>
      <source>Back to the points</source>
      <translation>返回疑点列表</translation>
    </message>
    <message>
      <source>Find a point</source>
      <translation>查找疑点</translation>
    </message>
    <message>
      <source>Nothing that the rules look for stands in these ledgers.</source>
      <translation>这些台账中没有规则所查的情形。</translation>
    </message>
    <message>
      <source>Person, code or item   /</source>
      <translation>人员、编码或项目   /</translation>
    </message>
    <message>
      <source>Points</source>
      <translation>疑点</translation>
    </message>
    <message>
      <source>Points: {count}  ·  set aside: {aside}</source>
      <translation>疑点 {count} 项  ·  已排除 {aside} 项</translation>
    </message>
    <message>
      <source>Set aside</source>
      <translation>已排除</translation>
    </message>
    <message>
      <source>Set the point aside</source>
      <translation>排除该疑点</translation>
    </message>
    <message>
      <source>Show the lines of the point</source>
      <translation>查看疑点的原始行</translation>
    </message>
    <message>
      <source>Show the suspicions</source>
      <translation>查看疑点</translation>
    </message>
    <message>
      <source>Which points</source>
      <translation>疑点范围</translation>
    </message>
  </context>
  <context>
    <name>PrivacyScreen</name>
    <message>
      <source>Hidden. Press Escape or click to go on; Ctrl+L locks.</source>
      <translation>已遮蔽。按Esc或点击继续，Ctrl+L锁定。</translation>
    </message>
  </context>
  <context>
    <name>PurchasePapers</name>
    <message>
      <source>Amount (¥)</source>
      <translation>金额（元）</translation>
    </message>
    <message>
      <source>Day</source>
      <translation>日期</translation>
    </message>
    <message>
      <source>Number</source>
      <translation>号码</translation>
    </message>
    <message>
      <source>Purchases</source>
      <translation>采购行数</translation>
    </message>
    <message>
      <source>State</source>
      <translation>状态</translation>
    </message>
    <message>
      <source>Supplier</source>
      <translation>供应商</translation>
    </message>
  </context>
  <context>
    <name>PurchasePapersPage</name>
    <message>
      <source>All papers are through: raise what is missing</source>
      <translation>票据核对完毕，列出缺失</translation>
    </message>
    <message>
      <source>Delivery notes</source>
      <translation>随货同行单</translation>
    </message>
    <message>
      <source>Import ledgers</source>
      <translation>导入台账</translation>
    </message>
    <message>
      <source>Import the purchases. Every invoice and delivery note that they name is listed here, to be ticked against the folder that the institution shows.</source>
      <translation>导入采购台账后，其中所列的每张发票和随货同行单都在此列出，对照机构出示的原件逐张勾选。</translation>
    </message>
    <message>
      <source>Invoices</source>
      <translation>购进发票</translation>
    </message>
    <message>
      <source>Missing</source>
      <translation>未出示</translation>
    </message>
    <message>
      <source>No purchases yet</source>
      <translation>尚无采购台账</translation>
    </message>
    <message>
      <source>Number of the paper in hand</source>
      <translation>手中票据的号码</translation>
    </message>
    <message>
      <source>Number of the paper in hand, then Enter   /</source>
      <translation>输入手中票据的号码，回车勾选   /</translation>
    </message>
    <message>
      <source>Purchase papers</source>
      <translation>购进票据</translation>
    </message>
    <message>
      <source>Shown</source>
      <translation>已出示</translation>
    </message>
    <message>
      <source>Shown, in no purchase</source>
      <translation>已出示，台账无记录</translation>
    </message>
    <message>
      <source>Shown, or not shown</source>
      <translation>已出示／未出示</translation>
    </message>
    <message>
      <source>Type a number</source>
      <translation>输入号码</translation>
    </message>
    <message>
      <source>Which of them</source>
      <translation>显示范围</translation>
    </message>
    <message>
      <source>Which papers</source>
      <translation>票据种类</translation>
    </message>
  </context>
  <context>
    <name>PurgeOffer</name>
    <message>
      <source>Keep it</source>
      <translation>保留</translation>
    </message>
    <message>
      <source>Remove from this laptop…</source>
      <translation>从本机移除…</translation>
    </message>
    <message>
      <source>Remove it here</source>
      <translation>从本机移除</translation>
    </message>
    <message>
      <source>The file of this inspection is deleted from this laptop; this cannot be undone. {holders} holds all of it, with a signed receipt. The register here keeps a line that says who holds it, and a package can bring it back.</source>
      <translation>将从本机删除本次检查的文件，且不能撤销。{holders}持有全部内容，并有签名回执。本机登记簿保留一行，注明由谁持有；需要时可用移交包取回。</translation>
    </message>
  </context>
  <context>
    <name>QuestionFinder</name>
    <message>
      <source>Beginning</source>
      <translation>开头</translation>
    </message>
    <message>
      <source>Find in the questions</source>
      <translation>在题目中查找</translation>
    </message>
    <message>
      <source>Find: words, number, answer   Ctrl+F</source>
      <translation>查找：题目、题号、答案   Ctrl+F</translation>
    </message>
    <message>
      <source>Go to a section  Ctrl+J</source>
      <translation>转到章节  Ctrl+J</translation>
    </message>
    <message>
      <source>Sections</source>
      <translation>章节</translation>
    </message>
    <message>
      <source>not found</source>
      <translation>未找到</translation>
    </message>
  </context>
  <context>
    <name>QuestionsModel</name>
    <message>
      <source>does not apply: {reason}</source>
      <translation>不适用：{reason}</translation>
    </message>
  </context>
  <context>
    <name>Rail</name>
    <message>
      <source>Everything that can be done here  F10</source>
      <translation>此处可做的全部操作  F10</translation>
    </message>
    <message>
      <source>Menu</source>
      <translation>菜单</translation>
    </message>
  </context>
  <context>
    <name>ReadingTabs</name>
    <message>
      <source>Asked about</source>
      <translation>有意见</translation>
    </message>
    <message>
      <source>Changed</source>
      <translation>有改动</translation>
    </message>
    <message>
      <source>Does not comply</source>
      <translation>不符合</translation>
    </message>
    <message>
      <source>Everything</source>
      <translation>全部</translation>
    </message>
    <message>
      <source>Not answered</source>
      <translation>未填写</translation>
    </message>
    <message>
      <source>What matters</source>
      <translation>重点</translation>
    </message>
    <message>
      <source>Which answers are shown</source>
      <translation>显示哪些答案</translation>
    </message>
    <message>
      <source>With a remark</source>
      <translation>有备注</translation>
    </message>
    <message>
      <source>With evidence</source>
      <translation>有证据</translation>
    </message>
    <message>
      <source>Wrong</source>
      <translation>填写有误</translation>
    </message>
  </context>
  <context>
    <name>Recipient</name>
    <message>
      <source>Another body</source>
      <translation>其他部门</translation>
    </message>
    <message>
      <source>Audit office</source>
      <translation>审计机关</translation>
    </message>
    <message>
      <source>Discipline inspection</source>
      <translation>纪检监察机关</translation>
    </message>
    <message>
      <source>Health authority</source>
      <translation>卫生健康部门</translation>
    </message>
    <message>
      <source>Insurance agency</source>
      <translation>医保经办机构</translation>
    </message>
    <message>
      <source>Market supervision</source>
      <translation>市场监管部门</translation>
    </message>
    <message>
      <source>Police</source>
      <translation>公安机关</translation>
    </message>
  </context>
  <context>
    <name>RecordClosing</name>
    <message>
      <source>Close only the visit</source>
      <translation>仅结束检查</translation>
    </message>
    <message>
      <source>Close the record</source>
      <translation>结束笔录</translation>
    </message>
    <message>
      <source>Close the record and the visit</source>
      <translation>结束笔录和检查</translation>
    </message>
    <message>
      <source>Not yet</source>
      <translation>暂不</translation>
    </message>
    <message>
      <source>The closing time is fixed, the paper is laid out for good, and nothing in the record is changed afterwards; a mistake is then mended by withdrawing it and making a new one.</source>
      <translation>结束时间将固定，纸面定稿，此后笔录内容不再更改；如有错误，须撤回后重新制作。</translation>
    </message>
    <message>
      <source>The record cannot be closed before certificates were shown and rights were told. Closing only the visit leaves the record open: no notice is issued until it is closed.</source>
      <translation>未出示证件、未告知权利义务前，笔录不能结束。仅结束检查时笔录仍未结束：笔录结束前不能签发通知书。</translation>
    </message>
  </context>
  <context>
    <name>RecordPage</name>
    <message>
      <source>1 copy printed.</source>
      <translation>已打印1份。</translation>
    </message>
    <message>
      <source>A record belongs to a visit. Open the visit on the overview, then begin its record.</source>
      <translation>笔录对应一次检查。请先在概览中开始检查，再开始笔录。</translation>
    </message>
    <message>
      <source>Begin the record</source>
      <translation>开始笔录</translation>
    </message>
    <message>
      <source>Begin the record of the newer visit</source>
      <translation>开始新一次检查的笔录</translation>
    </message>
    <message>
      <source>Certificates: shown now</source>
      <translation>现在出示证件</translation>
    </message>
    <message>
      <source>Close with time</source>
      <translation>结束并记时</translation>
    </message>
    <message>
      <source>Closed {time}</source>
      <translation>{time} 结束</translation>
    </message>
    <message>
      <source>Closing the record</source>
      <translation>正在结束笔录</translation>
    </message>
    <message>
      <source>Closing the visit</source>
      <translation>正在结束现场检查</translation>
    </message>
    <message>
      <source>Entries</source>
      <translation>录入</translation>
    </message>
    <message>
      <source>Entries or paper</source>
      <translation>录入或纸面</translation>
    </message>
    <message>
      <source>Everything is saved as it is typed. Read the paper, then close the record.</source>
      <translation>内容随录随存。核对纸面后结束笔录。</translation>
    </message>
    <message>
      <source>Export unencrypted</source>
      <translation>明文导出</translation>
    </message>
    <message>
      <source>Go to the visit</source>
      <translation>前往检查</translation>
    </message>
    <message>
      <source>New record</source>
      <translation>新笔录</translation>
    </message>
    <message>
      <source>Next step of the record</source>
      <translation>笔录的下一步</translation>
    </message>
    <message>
      <source>No record yet</source>
      <translation>尚无检查笔录</translation>
    </message>
    <message>
      <source>No visit was opened</source>
      <translation>尚未开始检查</translation>
    </message>
    <message>
      <source>Open</source>
      <translation>未结束</translation>
    </message>
    <message>
      <source>Open the visit on the overview</source>
      <translation>到概览开始检查</translation>
    </message>
    <message>
      <source>Paper</source>
      <translation>纸面</translation>
    </message>
    <message>
      <source>Print</source>
      <translation>打印</translation>
    </message>
    <message>
      <source>Print it, have every page signed, then take in the scan of the signed copy.</source>
      <translation>打印后逐页签字，再收入签字件扫描件。</translation>
    </message>
    <message>
      <source>Record of the visit of {day}</source>
      <translation>{day} 现场检查笔录</translation>
    </message>
    <message>
      <source>Take in a scan</source>
      <translation>收入扫描件</translation>
    </message>
    <message>
      <source>Take in the scan of the paper</source>
      <translation>收入纸面扫描件</translation>
    </message>
    <message>
      <source>Take in the signed copy</source>
      <translation>收入签字件</translation>
    </message>
    <message>
      <source>Tell rights and duties</source>
      <translation>告知权利义务</translation>
    </message>
    <message>
      <source>The record is closed only after it says that certificates and rights are done.</source>
      <translation>出示证件、告知权利义务均已记录后，方可结束笔录。</translation>
    </message>
    <message>
      <source>The record is closed.</source>
      <translation>笔录已结束。</translation>
    </message>
    <message>
      <source>The record of the visit follows from what was entered: who was there, what was shown and told, what was counted and answered. It is completed here, closed with its time, printed and signed.</source>
      <translation>检查笔录由已录入的内容生成：在场人员、出示证件与告知、清点与作答情况。在此补全，记时结束，打印签字。</translation>
    </message>
    <message>
      <source>The signed copy is evidence {numbers}.</source>
      <translation>签字件为证据{numbers}。</translation>
    </message>
    <message>
      <source>The signed copy is not bound yet.</source>
      <translation>签字件尚未收入。</translation>
    </message>
    <message>
      <source>The visit is closed.</source>
      <translation>检查已结束。</translation>
    </message>
    <message>
      <source>Undo the last note</source>
      <translation>撤销上一条记录</translation>
    </message>
    <message>
      <source>Withdraw</source>
      <translation>撤回</translation>
    </message>
    <message>
      <source>{count} copies printed.</source>
      <translation>已打印{count}份。</translation>
    </message>
  </context>
  <context>
    <name>RecordParts</name>
    <message>
      <source>Answer, such as: understood, no request for withdrawal</source>
      <translation>回答，如：已知悉，不申请回避</translation>
    </message>
    <message>
      <source>Area</source>
      <translation>区域</translation>
    </message>
    <message>
      <source>Area of the note</source>
      <translation>记录的区域</translation>
    </message>
    <message>
      <source>Beginning and end</source>
      <translation>起止时间</translation>
    </message>
    <message>
      <source>Begun {moment}, {place}</source>
      <translation>{moment}开始，{place}</translation>
    </message>
    <message>
      <source>Certificates shown</source>
      <translation>出示证件</translation>
    </message>
    <message>
      <source>Facts, gathered from what was entered</source>
      <translation>检查情况（由录入内容生成）</translation>
    </message>
    <message>
      <source>Handed over</source>
      <translation>交接清单</translation>
    </message>
    <message>
      <source>In their words; empty leaves lines for the pen</source>
      <translation>按原话记录；留空则留出手写行</translation>
    </message>
    <message>
      <source>Name</source>
      <translation>姓名</translation>
    </message>
    <message>
      <source>No inspector with a certificate number</source>
      <translation>没有持证检查人员</translation>
    </message>
    <message>
      <source>Not recorded yet</source>
      <translation>尚未记录</translation>
    </message>
    <message>
      <source>Note</source>
      <translation>记录</translation>
    </message>
    <message>
      <source>Own notes: what nothing else holds, without a judgement</source>
      <translation>补充记录：别处未记的事实，不作判断</translation>
    </message>
    <message>
      <source>Post</source>
      <translation>职务</translation>
    </message>
    <message>
      <source>Present</source>
      <translation>在场人员</translation>
    </message>
    <message>
      <source>Quantity</source>
      <translation>数量</translation>
    </message>
    <message>
      <source>Refusal</source>
      <translation>拒签</translation>
    </message>
    <message>
      <source>Refused to sign: why, and who saw it; empty where they sign</source>
      <translation>拒签原因及见证人；签字的留空</translation>
    </message>
    <message>
      <source>Remark</source>
      <translation>备注</translation>
    </message>
    <message>
      <source>Rights and duties told</source>
      <translation>告知权利义务</translation>
    </message>
    <message>
      <source>Shown now</source>
      <translation>现在出示</translation>
    </message>
    <message>
      <source>Statement of the party</source>
      <translation>当事人陈述</translation>
    </message>
    <message>
      <source>Statement of the party, or why they do not sign</source>
      <translation>当事人陈述或拒签原因</translation>
    </message>
    <message>
      <source>Take back</source>
      <translation>撤回</translation>
    </message>
    <message>
      <source>Take back: {text}</source>
      <translation>撤回：{text}</translation>
    </message>
    <message>
      <source>Told now</source>
      <translation>现在告知</translation>
    </message>
    <message>
      <source>What</source>
      <translation>名称</translation>
    </message>
    <message>
      <source>What the visit is about</source>
      <translation>检查事由</translation>
    </message>
    <message>
      <source>What the visit is about; empty takes the purpose</source>
      <translation>检查事由；留空则用检查目的</translation>
    </message>
    <message>
      <source>What was seen</source>
      <translation>所见情况</translation>
    </message>
    <message>
      <source>What was seen, Enter keeps it</source>
      <translation>所见情况，回车保存</translation>
    </message>
    <message>
      <source>by hand on paper</source>
      <translation>留待手写</translation>
    </message>
    <message>
      <source>does not say what it is about</source>
      <translation>未写检查事由</translation>
    </message>
    <message>
      <source>missing</source>
      <translation>缺</translation>
    </message>
    <message>
      <source>nobody of the institution</source>
      <translation>未记被检查方人员</translation>
    </message>
    <message>
      <source>nothing counted or answered yet</source>
      <translation>尚无清点或作答</translation>
    </message>
  </context>
  <context>
    <name>RecordingForm</name>
    <message>
      <source>Cancel</source>
      <translation>取消</translation>
    </message>
    <message>
      <source>Enter the length as minutes:seconds.</source>
      <translation>时长请填写为分:秒。</translation>
    </message>
    <message>
      <source>Enter where the medium is kept.</source>
      <translation>请填写介质存放处。</translation>
    </message>
    <message>
      <source>For example: evidence cabinet 2, card 14</source>
      <translation>例如：证据柜2，存储卡14</translation>
    </message>
    <message>
      <source>Length (minutes:seconds)</source>
      <translation>时长（分:秒）</translation>
    </message>
    <message>
      <source>Measure and register</source>
      <translation>计算并登记</translation>
    </message>
    <message>
      <source>Number of the recorder</source>
      <translation>记录仪编号</translation>
    </message>
    <message>
      <source>Only where the file does not say it</source>
      <translation>仅在文件未载明时填写</translation>
    </message>
    <message>
      <source>The recording stays where it is. Its hash, length and place are registered, so that any later change of the file can be shown.</source>
      <translation>录音录像留在原处，登记其哈希值、时长和存放处，以便日后证明文件是否被改动。</translation>
    </message>
    <message>
      <source>What it shows</source>
      <translation>证明内容</translation>
    </message>
    <message>
      <source>Where its medium is kept</source>
      <translation>介质存放处</translation>
    </message>
  </context>
  <context>
    <name>RecoverPage</name>
    <message>
      <source>Back</source>
      <translation>返回</translation>
    </message>
    <message>
      <source>Eight groups of five characters. Case, spaces and dashes do not matter.</source>
      <translation>八组、每组五个字符；大小写、空格和横线均可忽略。</translation>
    </message>
    <message>
      <source>Forgot your passphrase?</source>
      <translation>忘记口令？</translation>
    </message>
    <message>
      <source>Nobody can read your passphrase back to you. With one of these keys you set a new one; the data stays as it is. Your signing key cannot be saved: you get a new certificate, and one that was imported has to be imported again.</source>
      <translation>任何人都无法帮您找回口令。凭以下任一密钥可设置新口令，数据保持原样。签名密钥无法保留：您将获得新证书，导入的证书须重新导入。</translation>
    </message>
    <message>
      <source>Private key (begins with AGE-SECRET-KEY-1)</source>
      <translation>私钥（以AGE-SECRET-KEY-1开头）</translation>
    </message>
    <message>
      <source>Recovery key</source>
      <translation>恢复密钥</translation>
    </message>
    <message>
      <source>Set the passphrase and unlock</source>
      <translation>设置口令并解锁</translation>
    </message>
    <message>
      <source>With the bureau's private key</source>
      <translation>使用医保局私钥</translation>
    </message>
    <message>
      <source>With the printed recovery key</source>
      <translation>用打印的恢复密钥</translation>
    </message>
  </context>
  <context>
    <name>RecoveryPaper</name>
    <message>
      <source>Recovery key of the inspection desk</source>
      <translation>现场检查工作台恢复密钥</translation>
    </message>
    <message>
      <source>Whoever holds this sheet can open the data of the laptop it belongs to. Keep it in the bureau's safe, never with the laptop. It lets a person who forgot the passphrase set a new one. A newer sheet makes this one worthless.</source>
      <translation>持有此页者可以打开所属电脑的数据。请存入医保局保险柜，切勿与电脑放在一起。忘记口令的人可凭此设置新口令。打印新页后此页作废。</translation>
    </message>
  </context>
  <context>
    <name>RemarkRow</name>
    <message>
      <source>Done: {answer}</source>
      <translation>处理情况：{answer}</translation>
    </message>
    <message>
      <source>Go to {thing}</source>
      <translation>前往{thing}</translation>
    </message>
    <message>
      <source>Settle</source>
      <translation>已处理</translation>
    </message>
    <message>
      <source>The inspection</source>
      <translation>本次检查</translation>
    </message>
    <message>
      <source>What was done about it</source>
      <translation>处理情况</translation>
    </message>
    <message>
      <source>open</source>
      <translation>待处理</translation>
    </message>
    <message>
      <source>settled</source>
      <translation>已处理</translation>
    </message>
    <message>
      <source>settled without a word</source>
      <translation>已处理，未作说明</translation>
    </message>
    <message>
      <source>{name}, {when}</source>
      <translation>{name}，{when}</translation>
    </message>
  </context>
  <context>
    <name>RepeatEntries</name>
    <message>
      <source>Add an entry</source>
      <translation>增加一条</translation>
    </message>
    <message>
      <source>Remove this entry</source>
      <translation>删除本条</translation>
    </message>
  </context>
  <context>
    <name>RestorePage</name>
    <message>
      <source>Back</source>
      <translation>返回</translation>
    </message>
    <message>
      <source>Begin</source>
      <translation>开始</translation>
    </message>
    <message>
      <source>Cancel</source>
      <translation>取消</translation>
    </message>
    <message>
      <source>Cancelled. Nothing was set up.</source>
      <translation>已取消，未作任何设置。</translation>
    </message>
    <message>
      <source>Choose the stick or folder with the safety copy first.</source>
      <translation>请先选择存有安全副本的优盘或文件夹。</translation>
    </message>
    <message>
      <source>Choose the stick or folder…</source>
      <translation>选择优盘或文件夹…</translation>
    </message>
    <message>
      <source>Eight groups of five characters. Case, spaces and dashes do not matter.</source>
      <translation>八组、每组五个字符；大小写、空格和横线均可忽略。</translation>
    </message>
    <message>
      <source>Go on from a safety copy</source>
      <translation>从安全副本恢复</translation>
    </message>
    <message>
      <source>Go on from this copy</source>
      <translation>从这份副本恢复</translation>
    </message>
    <message>
      <source>Going on from a safety copy</source>
      <translation>从安全副本恢复</translation>
    </message>
    <message>
      <source>Passphrase</source>
      <translation>口令</translation>
    </message>
    <message>
      <source>Recovery key</source>
      <translation>恢复密钥</translation>
    </message>
    <message>
      <source>The copy is read through first. This laptop then goes on under a name of its own: should the lost one be found, nothing of either is in doubt.</source>
      <translation>先通读核对副本。之后本机以新的设备编号继续：即使原电脑找回，两台的记录也互不混淆。</translation>
    </message>
    <message>
      <source>The one that you had on the lost laptop on the day of the copy.</source>
      <translation>复制当天在原电脑上使用的口令。</translation>
    </message>
    <message>
      <source>Which copy</source>
      <translation>选用哪份副本</translation>
    </message>
    <message>
      <source>Who goes on</source>
      <translation>由谁继续使用</translation>
    </message>
    <message>
      <source>With my passphrase</source>
      <translation>用我的口令</translation>
    </message>
    <message>
      <source>With the printed recovery key</source>
      <translation>用打印的恢复密钥</translation>
    </message>
  </context>
  <context>
    <name>ReviewDecision</name>
    <message>
      <source>Accept</source>
      <translation>验收</translation>
    </message>
    <message>
      <source>Remarks and the decision are signed with your passphrase; hand the inspection over to the team's laptop afterwards, so that they get there.</source>
      <translation>批注与决定以您的口令签署；之后请将本次检查移交回检查组的电脑，对方才能收到。</translation>
    </message>
    <message>
      <source>Return to the team</source>
      <translation>退回检查组</translation>
    </message>
    <message>
      <source>What is asked of the team</source>
      <translation>要求检查组补正的内容</translation>
    </message>
    <message>
      <source>Your decision</source>
      <translation>您的决定</translation>
    </message>
    <message>
      <source>Your passphrase</source>
      <translation>您的口令</translation>
    </message>
  </context>
  <context>
    <name>ReviewStrip</name>
    <message>
      <source>Read only: handed over by {name}, taken in {when}.</source>
      <translation>只读：由{name}移交，{when} 收入。</translation>
    </message>
    <message>
      <source>Remark on the selected thing</source>
      <translation>对所选内容写批注</translation>
    </message>
    <message>
      <source>Remark on {thing}; Enter writes it</source>
      <translation>对“{thing}”的批注，回车保存</translation>
    </message>
    <message>
      <source>Return or accept…</source>
      <translation>退回或验收…</translation>
    </message>
    <message>
      <source>The remark is saved. All of them stand under Hand over.</source>
      <translation>批注已保存，全部批注见“移交”。</translation>
    </message>
    <message>
      <source>Write a remark</source>
      <translation>写批注</translation>
    </message>
  </context>
  <context>
    <name>RosterImport</name>
    <message>
      <source>&amp;Take this list</source>
      <translation>采用此名单(&amp;T)</translation>
    </message>
    <message>
      <source>Admitted</source>
      <translation>入院时间</translation>
    </message>
    <message>
      <source>Back to the beds</source>
      <translation>返回床位</translation>
    </message>
    <message>
      <source>Bed</source>
      <translation>床号</translation>
    </message>
    <message>
      <source>Choose a &amp;file</source>
      <translation>选择文件(&amp;F)</translation>
    </message>
    <message>
      <source>Choose the file as it came out of the hospital's system: xlsx, xls, csv or text. Title lines, totals and odd columns may stay; nothing is taken before you have looked at it.</source>
      <translation>请选择医院系统直接导出的文件：xlsx、xls、csv或文本。标题行、合计行、多余列都可以保留，看过之后才会采用。</translation>
    </message>
    <message>
      <source>Columns</source>
      <translation>列</translation>
    </message>
    <message>
      <source>Diagnosis</source>
      <translation>诊断</translation>
    </message>
    <message>
      <source>Doubts</source>
      <translation>存疑</translation>
    </message>
    <message>
      <source>Exported at</source>
      <translation>导出时间</translation>
    </message>
    <message>
      <source>Exported by (of the institution)</source>
      <translation>导出人（机构方）</translation>
    </message>
    <message>
      <source>Hospital no.</source>
      <translation>住院号</translation>
    </message>
    <message>
      <source>How it was exported and copied</source>
      <translation>导出和复制方式</translation>
    </message>
    <message>
      <source>Identity</source>
      <translation>身份证号</translation>
    </message>
    <message>
      <source>Line</source>
      <translation>行</translation>
    </message>
    <message>
      <source>Lines read: {read} = persons: {used} + set aside: {aside} + no data: {others}</source>
      <translation>读取{read}行 = 人员{used} + 搁置{aside} + 非数据{others}</translation>
    </message>
    <message>
      <source>Name</source>
      <translation>姓名</translation>
    </message>
    <message>
      <source>Persons</source>
      <translation>涉及人数</translation>
    </message>
    <message>
      <source>Persons ({count})</source>
      <translation>人员（{count}）</translation>
    </message>
    <message>
      <source>Reading {name}</source>
      <translation>正在读取{name}</translation>
    </message>
    <message>
      <source>Set aside</source>
      <translation>搁置</translation>
    </message>
    <message>
      <source>Set aside ({count})</source>
      <translation>已搁置（{count}）</translation>
    </message>
    <message>
      <source>Sex, age</source>
      <translation>性别、年龄</translation>
    </message>
    <message>
      <source>Sheet</source>
      <translation>核查表</translation>
    </message>
    <message>
      <source>Tables ({files});;All files (*)</source>
      <translation>表格（{files}）;;所有文件（*）</translation>
    </message>
    <message>
      <source>The hospital's list of inpatients</source>
      <translation>医院在院名单</translation>
    </message>
    <message>
      <source>Ward</source>
      <translation>病区</translation>
    </message>
    <message>
      <source>What stands there</source>
      <translation>内容</translation>
    </message>
    <message>
      <source>Why</source>
      <translation>理由</translation>
    </message>
  </context>
  <context>
    <name>Rows</name>
    <message>
      <source>Evidence: {count}</source>
      <translation>证据 {count} 份</translation>
    </message>
    <message>
      <source>No category yet</source>
      <translation>未选类别</translation>
    </message>
    <message>
      <source>No evidence yet</source>
      <translation>无证据</translation>
    </message>
    <message>
      <source>Persons: {count}</source>
      <translation>{count} 人</translation>
    </message>
    <message>
      <source>Without a name</source>
      <translation>未命名</translation>
    </message>
  </context>
  <context>
    <name>RowsFromSpreadsheet</name>
    <message>
      <source>1 row pasted. Ctrl+Z takes it away.</source>
      <translation>已粘贴 1 行，Ctrl+Z 撤销。</translation>
    </message>
    <message>
      <source>Nothing was copied. Copy the rows in the spreadsheet first.</source>
      <translation>剪贴板没有内容。请先在表格中复制。</translation>
    </message>
    <message>
      <source>Paste rows from a spreadsheet</source>
      <translation>从表格粘贴多行</translation>
    </message>
    <message>
      <source>Rows are pasted into a list of entries. Go to such a list first.</source>
      <translation>多行内容只能粘贴到可增加条目的明细中。请先转到明细。</translation>
    </message>
    <message>
      <source>{count} rows pasted. Ctrl+Z takes them away.</source>
      <translation>已粘贴 {count} 行，Ctrl+Z 撤销。</translation>
    </message>
  </context>
  <context>
    <name>RowsPreview</name>
    <message>
      <source>1 row</source>
      <translation>1 行</translation>
    </message>
    <message>
      <source>Add 1 row  Enter</source>
      <translation>添加 1 行  Enter</translation>
    </message>
    <message>
      <source>Add {count} rows  Enter</source>
      <translation>添加 {count} 行  Enter</translation>
    </message>
    <message>
      <source>Paste nothing  Esc</source>
      <translation>不粘贴  Esc</translation>
    </message>
    <message>
      <source>Row {row}, {column}: {why}</source>
      <translation>第 {row} 行，{column}：{why}</translation>
    </message>
    <message>
      <source>Rows to paste</source>
      <translation>待粘贴的行</translation>
    </message>
    <message>
      <source>Rows to paste into: {label}</source>
      <translation>待粘贴到：{label}</translation>
    </message>
    <message>
      <source>What is wrong is pasted as it stands and told again at its question:</source>
      <translation>有误的内容按原样粘贴，并在相应问题处提示：</translation>
    </message>
    <message>
      <source>columns by their heading</source>
      <translation>按表头对应各列</translation>
    </message>
    <message>
      <source>not pasted: {columns}</source>
      <translation>不粘贴的列：{columns}</translation>
    </message>
    <message>
      <source>{count} rows</source>
      <translation>{count} 行</translation>
    </message>
    <message>
      <source>… and {count} more, red in the table</source>
      <translation>……另有 {count} 处，表中标红</translation>
    </message>
  </context>
  <context>
    <name>RowsView</name>
    <message>
      <source>Lines of the ledger</source>
      <translation>台账明细</translation>
    </message>
  </context>
  <context>
    <name>Safekeeping</name>
    <message>
      <source>Each of them opens the data by itself. A forgotten passphrase can be replaced.</source>
      <translation>以上任何一种都能单独打开数据，忘记口令后可重新设置。</translation>
    </message>
    <message>
      <source>I know this and accept the risk</source>
      <translation>我已知悉并接受此风险</translation>
    </message>
    <message>
      <source>It is written down</source>
      <translation>我已抄写或打印</translation>
    </message>
    <message>
      <source>Keep the old one</source>
      <translation>保留原密钥</translation>
    </message>
    <message>
      <source>Make a new one</source>
      <translation>重新生成</translation>
    </message>
    <message>
      <source>Make a recovery key</source>
      <translation>生成恢复密钥</translation>
    </message>
    <message>
      <source>No printer is set up. Write the key down by hand, group by group, and read it again.</source>
      <translation>未设置打印机。请逐组手抄密钥并核对一遍。</translation>
    </message>
    <message>
      <source>Only if your bureau uses one: whoever looks after its computers hands it out as a text that begins with age1. Its private half stays at the bureau and can open this laptop's data.</source>
      <translation>仅在本局使用时填写：由本局信息管理人员提供，是以age1开头的一段文字。对应的私钥留存本局，可打开此电脑上的数据。</translation>
    </message>
    <message>
      <source>Only one passphrase opens this laptop. If it is forgotten, everything is lost: nobody, not even the makers of this program, can open the data. Make a recovery key, set the bureau's key or add a second person.</source>
      <translation>此电脑只有一个口令能打开。一旦忘记，数据全部丢失，任何人（包括程序开发者）都无法打开。请生成恢复密钥、设置医保局密钥或增加第二人。</translation>
    </message>
    <message>
      <source>Print</source>
      <translation>打印</translation>
    </message>
    <message>
      <source>Print it or write it down now and keep it in the bureau's safe, never with the laptop. It cannot be shown again; an earlier one no longer works.</source>
      <translation>请立即打印或抄写，存入医保局保险柜，切勿与电脑放在一起。此后不再显示，先前的恢复密钥随即失效。</translation>
    </message>
    <message>
      <source>Recovery key</source>
      <translation>恢复密钥</translation>
    </message>
    <message>
      <source>Set</source>
      <translation>设置</translation>
    </message>
    <message>
      <source>The bureau's private key ({key}…)</source>
      <translation>医保局私钥（{key}…）</translation>
    </message>
    <message>
      <source>The bureau's public key</source>
      <translation>医保局公钥</translation>
    </message>
    <message>
      <source>The letters {letters} never occur in it: what looks like one is a digit, or a V.</source>
      <translation>密钥中不会出现字母{letters}：看起来像的，其实是数字0、1或字母V。</translation>
    </message>
    <message>
      <source>The passphrase of {name}</source>
      <translation>{name}的口令</translation>
    </message>
    <message>
      <source>The printed recovery key</source>
      <translation>打印的恢复密钥</translation>
    </message>
    <message>
      <source>The recovery key of {day} opens nothing any more once a new one is made. Make a new one only if its paper is lost or was seen.</source>
      <translation>生成新密钥后，{day}的恢复密钥即告作废。仅在原纸质密钥遗失或泄露时重新生成。</translation>
    </message>
  </context>
  <context>
    <name>SafetyCopy</name>
    <message>
      <source>Everything entered so far is in it.</source>
      <translation>已录入的内容都在其中。</translation>
    </message>
    <message>
      <source>If this laptop is lost or breaks now, everything on it is lost.</source>
      <translation>此时本机若丢失或损坏，其中内容将全部丢失。</translation>
    </message>
    <message>
      <source>Last copy {time}, 1 inspection, {size} MB</source>
      <translation>上次复制 {time}，1 次检查，{size} MB</translation>
    </message>
    <message>
      <source>Last copy {time}, {count} inspections, {size} MB</source>
      <translation>上次复制 {time}，{count} 次检查，{size} MB</translation>
    </message>
    <message>
      <source>No safety copy</source>
      <translation>无安全副本</translation>
    </message>
    <message>
      <source>Nothing stands on this laptop that could be lost.</source>
      <translation>本机没有可能丢失的内容。</translation>
    </message>
    <message>
      <source>Safety copy {age}</source>
      <translation>安全副本 {age}</translation>
    </message>
    <message>
      <source>There is no safety copy yet.</source>
      <translation>还没有安全副本。</translation>
    </message>
    <message>
      <source>What was entered since then stands on this laptop alone. Make a copy before you leave.</source>
      <translation>此后录入的内容只在本机上。离开前请制作副本。</translation>
    </message>
    <message>
      <source>just now</source>
      <translation>刚刚</translation>
    </message>
    <message>
      <source>{count} days ago</source>
      <translation>{count} 天前</translation>
    </message>
    <message>
      <source>{count} h ago</source>
      <translation>{count} 小时前</translation>
    </message>
    <message>
      <source>{count} min ago</source>
      <translation>{count}分钟前</translation>
    </message>
  </context>
  <context>
    <name>SafetyPage</name>
    <message>
      <source>Cancelled. The former copy is as it was; what was finished is used by the next copy.</source>
      <translation>已取消。原有副本未变；已完成的部分下次接着用。</translation>
    </message>
    <message>
      <source>Choose the stick or folder…</source>
      <translation>选择优盘或文件夹…</translation>
    </message>
    <message>
      <source>Copying and reading back. You can go on working.</source>
      <translation>正在复制并读回核对，可继续工作。</translation>
    </message>
    <message>
      <source>Everything on this laptop goes encrypted to a stick or a share: what is new since the last copy, read back before it counts. The same passphrases and the recovery key open it on another laptop. Keep the stick apart from this one.</source>
      <translation>本机全部内容加密复制到优盘或共享文件夹：每次只写新增部分，读回核对后才算数。换一台电脑，用原来的口令或恢复密钥即可打开。优盘请与本机分开保管。</translation>
    </message>
    <message>
      <source>It comes back as it was on the day of the copy; later entries are lost here. The damaged file is kept beside it, and this laptop goes on under a new name and evidence letter.</source>
      <translation>恢复为复制当天的内容，此后的录入在此不再保留。损坏的文件保留在旁；本机此后改用新的设备编号和证据组字母。</translation>
    </message>
    <message>
      <source>Looking for what is new…</source>
      <translation>正在查找新增内容…</translation>
    </message>
    <message>
      <source>Make a safety copy</source>
      <translation>制作安全副本</translation>
    </message>
    <message>
      <source>No stick or folder was chosen yet.</source>
      <translation>尚未选择优盘或文件夹。</translation>
    </message>
    <message>
      <source>Put a damaged inspection back</source>
      <translation>恢复损坏的检查</translation>
    </message>
    <message>
      <source>Put back from the copy</source>
      <translation>从副本恢复</translation>
    </message>
    <message>
      <source>Putting an inspection back</source>
      <translation>恢复检查</translation>
    </message>
    <message>
      <source>Putting the inspection back…</source>
      <translation>正在恢复检查…</translation>
    </message>
    <message>
      <source>Read a copy through</source>
      <translation>通读核对副本</translation>
    </message>
    <message>
      <source>Reading a safety copy through</source>
      <translation>通读核对安全副本</translation>
    </message>
    <message>
      <source>Reading the copy through…</source>
      <translation>正在通读副本…</translation>
    </message>
    <message>
      <source>Safety copy</source>
      <translation>安全副本</translation>
    </message>
  </context>
  <context>
    <name>Salvage</name>
    <message>
      <source>1 line of the history</source>
      <translation>历史记录1条</translation>
    </message>
    <message>
      <source>1 original</source>
      <translation>原件1件</translation>
    </message>
    <message>
      <source>A later change is lost. Look at each and correct it.</source>
      <translation>之后的修改已丢失，请逐条核对更正。</translation>
    </message>
    <message>
      <source>A line whose place is unknown ({id})</source>
      <translation>位置不明的一条记录（{id}）</translation>
    </message>
    <message>
      <source>Each proved itself by its hash.</source>
      <translation>均已通过哈希值核对。</translation>
    </message>
    <message>
      <source>Entries lost</source>
      <translation>丢失的登记内容</translation>
    </message>
    <message>
      <source>Entries with an earlier value</source>
      <translation>退回旧内容的登记</translation>
    </message>
    <message>
      <source>Entries without their history</source>
      <translation>缺少操作记录的登记</translation>
    </message>
    <message>
      <source>Everything was read. Nothing is missing.</source>
      <translation>全部读出，无缺失。</translation>
    </message>
    <message>
      <source>Kept</source>
      <translation>已保留</translation>
    </message>
    <message>
      <source>Line {number} of laptop {device}</source>
      <translation>电脑{device}第{number}条</translation>
    </message>
    <message>
      <source>Lines of the history lost</source>
      <translation>丢失的操作记录</translation>
    </message>
    <message>
      <source>Originals lost</source>
      <translation>丢失的原件</translation>
    </message>
    <message>
      <source>Part of it is lost. What is listed below is all that is known.</source>
      <translation>部分内容已丢失，目前已知的均列于下方。</translation>
    </message>
    <message>
      <source>Parts of the file cannot be read of which nobody can say what stood there. More may be gone than is listed; a code printed on a document shows whether the end is complete.</source>
      <translation>文件中有部分无法读取，且无法判断原内容，实际丢失可能多于清单所列。可用文书上打印的校验码核对末尾是否完整。</translation>
    </message>
    <message>
      <source>The entry is here, its photograph or file is not. Take it again or from a copy.</source>
      <translation>登记内容仍在，照片或文件已丢失。请重新采集或从备份取回。</translation>
    </message>
    <message>
      <source>The file's own check could not be made. Only lines and originals whose hash holds were kept.</source>
      <translation>无法进行文件自身的校验，仅保留哈希值核对无误的操作记录和原件。</translation>
    </message>
    <message>
      <source>The value was read whole; who entered it when is lost.</source>
      <translation>内容完整读出，但由谁、何时录入已无从查考。</translation>
    </message>
    <message>
      <source>Their places stay empty; a check of the history will always name them.</source>
      <translation>其位置保持空缺，校验操作记录时始终会指出。</translation>
    </message>
    <message>
      <source>They were here, and nothing of them can be read.</source>
      <translation>原有记载，现已完全无法读取。</translation>
    </message>
    <message>
      <source>{count} lines of the history</source>
      <translation>历史记录{count}条</translation>
    </message>
    <message>
      <source>{count} originals</source>
      <translation>原件{count}件</translation>
    </message>
    <message>
      <source>{name}: salvaged on {day}. The damaged file is kept as {file}; damaged parts: {bad} of {pages}.</source>
      <translation>{name}：{day}抢救。损坏的文件保存为{file}；共{pages}个区块，损坏{bad}个。</translation>
    </message>
  </context>
  <context>
    <name>SalvagePage</name>
    <message>
      <source>An inspection that cannot be read is marked at home; it opens here.</source>
      <translation>无法读取的检查在首页有标记，点开后在此处理。</translation>
    </message>
    <message>
      <source>Back to the inspections</source>
      <translation>返回检查列表</translation>
    </message>
    <message>
      <source>If there is a recent safety copy, it holds everything up to its day. Otherwise salvage the file: whatever proves itself by its hash is copied into a new file, you get a list of what was lost, and the damaged file is kept beside it. A disk that damages files should be replaced.</source>
      <translation>如有近期备份，备份日之前的内容均在其中。否则可抢救该文件：凡哈希值核对无误的内容复制到新文件，并列出丢失清单，损坏的文件保留在旁。频繁损坏文件的磁盘应当更换。</translation>
    </message>
    <message>
      <source>Keep this list as a text…</source>
      <translation>将清单另存为文本…</translation>
    </message>
    <message>
      <source>Mend what is named above, then open the inspection again.</source>
      <translation>请先处理上述问题，再重新打开本检查。</translation>
    </message>
    <message>
      <source>No damaged inspection is open</source>
      <translation>没有打开的损坏检查</translation>
    </message>
    <message>
      <source>Open the inspection</source>
      <translation>打开检查</translation>
    </message>
    <message>
      <source>Put back from a safety copy…</source>
      <translation>从安全副本恢复…</translation>
    </message>
    <message>
      <source>Reading the file…</source>
      <translation>正在读取文件…</translation>
    </message>
    <message>
      <source>Salvage of {name}</source>
      <translation>{name}抢救清单</translation>
    </message>
    <message>
      <source>Salvage what can be read</source>
      <translation>抢救可读内容</translation>
    </message>
    <message>
      <source>Salvaging a damaged inspection</source>
      <translation>正在抢救损坏的检查</translation>
    </message>
    <message>
      <source>The file is left exactly as it is and is never deleted. The other inspections are files of their own and are not concerned. What stands on printed and signed documents holds.</source>
      <translation>该文件保持原样，不会被删除。其他检查各有独立文件，不受影响。已打印、已签署的文书仍然有效。</translation>
    </message>
    <message>
      <source>What happened</source>
      <translation>发生了什么</translation>
    </message>
    <message>
      <source>What is safe</source>
      <translation>哪些是安全的</translation>
    </message>
    <message>
      <source>What to do</source>
      <translation>怎么办</translation>
    </message>
    <message>
      <source>… and {count} more; keep the list as a text to see all of them.</source>
      <translation>……另有{count}项，另存为文本可查看全部。</translation>
    </message>
  </context>
  <context>
    <name>SalvagedStrip</name>
    <message>
      <source>Salvaged from a damaged file on {day}; not everything is here. Compare it with paper and a safety copy before you rely on it.</source>
      <translation>本检查于{day}从损坏文件中抢救，内容不全。使用前请与纸质材料和备份核对。</translation>
    </message>
    <message>
      <source>Salvaged from a damaged file on {day}; nothing is missing.</source>
      <translation>本检查于{day}从损坏文件中抢救，内容完整，无缺失。</translation>
    </message>
    <message>
      <source>What was kept and lost</source>
      <translation>查看保留与丢失清单</translation>
    </message>
  </context>
  <context>
    <name>ScannedCodes</name>
    <message>
      <source>Item</source>
      <translation>品名</translation>
    </message>
    <message>
      <source>Scanned</source>
      <translation>扫码时间</translation>
    </message>
    <message>
      <source>Trace code</source>
      <translation>追溯码</translation>
    </message>
    <message>
      <source>What the ledgers say</source>
      <translation>台账情况</translation>
    </message>
  </context>
  <context>
    <name>Search</name>
    <message>
      <source>Answers in interviews</source>
      <translation>询问答复</translation>
    </message>
    <message>
      <source>Beds</source>
      <translation>床位</translation>
    </message>
    <message>
      <source>Checklist remarks</source>
      <translation>检查表备注</translation>
    </message>
    <message>
      <source>Clauses</source>
      <translation>条款</translation>
    </message>
    <message>
      <source>Documents</source>
      <translation>文书</translation>
    </message>
    <message>
      <source>Evidence</source>
      <translation>证据</translation>
    </message>
    <message>
      <source>Findings</source>
      <translation>问题</translation>
    </message>
    <message>
      <source>Inspectors</source>
      <translation>检查人员</translation>
    </message>
    <message>
      <source>Institutions</source>
      <translation>机构</translation>
    </message>
    <message>
      <source>Patients</source>
      <translation>患者</translation>
    </message>
    <message>
      <source>Staff of institutions</source>
      <translation>机构人员</translation>
    </message>
  </context>
  <context>
    <name>SectionTabs</name>
    <message>
      <source>All</source>
      <translation>全部</translation>
    </message>
    <message>
      <source>Sections</source>
      <translation>分类</translation>
    </message>
  </context>
  <context>
    <name>Sentence</name>
    <message>
      <source>1 answer</source>
      <translation>检查表答案1个</translation>
    </message>
    <message>
      <source>1 bed looked at</source>
      <translation>已核查床位1张</translation>
    </message>
    <message>
      <source>1 bed that was entered</source>
      <translation>已录入床位1张</translation>
    </message>
    <message>
      <source>1 block of numbers</source>
      <translation>文号段1段</translation>
    </message>
    <message>
      <source>1 card of another laptop</source>
      <translation>其他电脑的名片1张</translation>
    </message>
    <message>
      <source>1 certificate of a person</source>
      <translation>人员证书1个</translation>
    </message>
    <message>
      <source>1 checklist</source>
      <translation>检查表1份</translation>
    </message>
    <message>
      <source>1 document</source>
      <translation>文书1份</translation>
    </message>
    <message>
      <source>1 finding</source>
      <translation>问题1个</translation>
    </message>
    <message>
      <source>1 kept file</source>
      <translation>1份留存文件</translation>
    </message>
    <message>
      <source>1 laptop</source>
      <translation>电脑1台</translation>
    </message>
    <message>
      <source>1 ledger</source>
      <translation>1份台账</translation>
    </message>
    <message>
      <source>1 line</source>
      <translation>1行</translation>
    </message>
    <message>
      <source>1 line of the history</source>
      <translation>历史记录1条</translation>
    </message>
    <message>
      <source>1 link between evidence and what it proves</source>
      <translation>证据关联1条</translation>
    </message>
    <message>
      <source>1 list</source>
      <translation>名单1份</translation>
    </message>
    <message>
      <source>1 number of the register</source>
      <translation>登记簿中的文号1个</translation>
    </message>
    <message>
      <source>1 original</source>
      <translation>原件1件</translation>
    </message>
    <message>
      <source>1 other entry: {kind}</source>
      <translation>其他登记1项：{kind}</translation>
    </message>
    <message>
      <source>1 person</source>
      <translation>人员1名</translation>
    </message>
    <message>
      <source>1 picture in {folder}</source>
      <translation>已保存1张图片：{folder}</translation>
    </message>
    <message>
      <source>1 piece of evidence</source>
      <translation>证据1份</translation>
    </message>
    <message>
      <source>1 signed end of the history</source>
      <translation>操作记录末尾签名1次</translation>
    </message>
    <message>
      <source>1 step of a document</source>
      <translation>文书版本1个</translation>
    </message>
    <message>
      <source>1 suspicion</source>
      <translation>疑点1个</translation>
    </message>
    <message>
      <source>1 visit</source>
      <translation>进场1次</translation>
    </message>
    <message>
      <source>1 ward</source>
      <translation>病区1个</translation>
    </message>
    <message>
      <source>A bed ({id})</source>
      <translation>一个床位（{id}）</translation>
    </message>
    <message>
      <source>A bed that was entered ({id})</source>
      <translation>已录入的床位（{id}）</translation>
    </message>
    <message>
      <source>A block needs a year and a first and a last number, the last not before the first.</source>
      <translation>号段须有年份、起号和止号，止号不得小于起号。</translation>
    </message>
    <message>
      <source>A block of numbers ({id})</source>
      <translation>一段文号（{id}）</translation>
    </message>
    <message>
      <source>A brace is not closed. Write {name} around a question's name.</source>
      <translation>花括号没有成对。请把问题名写成 {name}。</translation>
    </message>
    <message>
      <source>A calculation is missing. Write the expression it stands for.</source>
      <translation>缺少计算式。请写出要计算的表达式。</translation>
    </message>
    <message>
      <source>A certificate was not issued by the authority that it names. Do not rely on this document.</source>
      <translation>证书并非由其所称的签发机构签发。请勿采信此文书。</translation>
    </message>
    <message>
      <source>A checklist ({id})</source>
      <translation>一份检查表（{id}）</translation>
    </message>
    <message>
      <source>A checklist is written as .md or .xlsx. End the new name with one of them.</source>
      <translation>检查清单只能写成 .md 或 .xlsx，请以其中之一作为新文件名的结尾。</translation>
    </message>
    <message>
      <source>A checklist's questions ({id})</source>
      <translation>检查表题目（{id}）</translation>
    </message>
    <message>
      <source>A choice's name has no blanks. Use _ instead.</source>
      <translation>选项名称不能含空格，请用 _ 代替。</translation>
    </message>
    <message>
      <source>A code after --head is looked for in an inspection's history only, and {name} is none. Nothing was checked; name the .db file, or leave --head out.</source>
      <translation>--head之后的代码只在检查的历史记录中查找，而{name}不是历史记录。未作任何核验；请指定.db文件，或去掉--head。</translation>
    </message>
    <message>
      <source>A column of the sheet choices has no name, or one with a blank in it.</source>
      <translation>choices工作表中有一列没有列名，或列名中有空格。</translation>
    </message>
    <message>
      <source>A copy inside the workspace's own folder would be lost with it. Choose a stick or a share.</source>
      <translation>放在工作区自身文件夹里的副本会随之一起丢失。请选择优盘或共享文件夹。</translation>
    </message>
    <message>
      <source>A date cannot be read.</source>
      <translation>日期无法识别。</translation>
    </message>
    <message>
      <source>A document ({id})</source>
      <translation>一份文书（{id}）</translation>
    </message>
    <message>
      <source>A document stands in another delivery already, or was withdrawn. Refresh the list.</source>
      <translation>有文书已列入其他送达，或已撤回。请刷新列表。</translation>
    </message>
    <message>
      <source>A drug traceability code usually has 20 digits.</source>
      <translation>药品追溯码通常为20位数字。</translation>
    </message>
    <message>
      <source>A figure cannot be read as a number.</source>
      <translation>有数字无法识别。</translation>
    </message>
    <message>
      <source>A finding ({id})</source>
      <translation>一个问题（{id}）</translation>
    </message>
    <message>
      <source>A forgotten passphrase can be recovered.</source>
      <translation>忘记口令可以恢复。</translation>
    </message>
    <message>
      <source>A group is one letter from A to Z.</source>
      <translation>分组为A至Z的一个字母。</translation>
    </message>
    <message>
      <source>A laptop ({id})</source>
      <translation>一台电脑（{id}）</translation>
    </message>
    <message>
      <source>A later package of {name} was taken in already, so this one says nothing new. Nothing was changed.</source>
      <translation>已接收{name}更晚的移交包，此包没有新内容。未作更改。</translation>
    </message>
    <message>
      <source>A lead's access is ended in two steps. Nothing was changed; correct the role first, with a lead's passphrase.</source>
      <translation>取消负责人的访问分两步进行。未作任何改动；请先凭负责人口令更改其角色。</translation>
    </message>
    <message>
      <source>A ledger ({id})</source>
      <translation>一份台账（{id}）</translation>
    </message>
    <message>
      <source>A ledger that this needs is missing. Import it first.</source>
      <translation>缺少所需的台账，请先导入。</translation>
    </message>
    <message>
      <source>A line of the sheet has neither bed nor name. Complete it.</source>
      <translation>清单中有一行既无床号又无姓名，请补全。</translation>
    </message>
    <message>
      <source>A link between evidence and what it proves ({id})</source>
      <translation>一条证据关联（{id}）</translation>
    </message>
    <message>
      <source>A list ({id})</source>
      <translation>一份名单（{id}）</translation>
    </message>
    <message>
      <source>A loop needs a list of choices to go over. A repeat needs none.</source>
      <translation>loop须指定选项列表；重复组（repeat）不需要。</translation>
    </message>
    <message>
      <source>A name begins with a letter and has letters, digits, _, - and . only. Change it.</source>
      <translation>名称须以字母开头，只能含字母、数字、_、- 和 .。请修改。</translation>
    </message>
    <message>
      <source>A notice waits for this team's signatures. Issue or withdraw it before the team changes.</source>
      <translation>有一份通知书待本组人员签名，请先签发或撤回，再更换人员。</translation>
    </message>
    <message>
      <source>A number of the register ({id})</source>
      <translation>登记簿中的一个文号（{id}）</translation>
    </message>
    <message>
      <source>A package before this one (number {number}) was not taken in here. Take that one first, or ask for a full package; nothing was taken.</source>
      <translation>本机未接收此前的移交包（第{number}个）。请先接收该包，或索取完整移交包；未接收任何内容。</translation>
    </message>
    <message>
      <source>A passphrase has at least {count} characters. A short sentence is best.</source>
      <translation>口令至少{count}个字符，用一句短句最好。</translation>
    </message>
    <message>
      <source>A person ({id})</source>
      <translation>一名人员（{id}）</translation>
    </message>
    <message>
      <source>A person needs a name.</source>
      <translation>请填写姓名。</translation>
    </message>
    <message>
      <source>A person's certificate ({id})</source>
      <translation>一名人员的证书（{id}）</translation>
    </message>
    <message>
      <source>A piece of evidence ({id})</source>
      <translation>一份证据（{id}）</translation>
    </message>
    <message>
      <source>A place for an inspector's signature is empty. Nothing was issued.</source>
      <translation>有执法人员的签名处为空，未签发。</translation>
    </message>
    <message>
      <source>A point is set aside with a reason. Enter why it does not hold.</source>
      <translation>排除疑点须写明理由，请填写为何不成立。</translation>
    </message>
    <message>
      <source>A recovery key has {count} groups of five characters. Type all of them.</source>
      <translation>恢复密钥共{count}组，每组五个字符，请全部输入。</translation>
    </message>
    <message>
      <source>A reference is not closed. Write {reference}.</source>
      <translation>引用没有写完整。请写成 {reference}。</translation>
    </message>
    <message>
      <source>A refused delivery needs a witness, or a picture of the documents left on the premises.</source>
      <translation>拒绝签收的，须有见证人，或者留置文书的照片。</translation>
    </message>
    <message>
      <source>A registered recording stays outside: enter where its medium is kept.</source>
      <translation>登记的录音录像不导入：请填写介质存放处。</translation>
    </message>
    <message>
      <source>A rule of this question cannot be computed: {failure}</source>
      <translation>本题的一条规则无法计算：{failure}</translation>
    </message>
    <message>
      <source>A safety copy opens with a passphrase or the recovery key, and nobody is there to type it. Nothing was checked; run this in a terminal.</source>
      <translation>安全副本须用口令或恢复密钥打开，但当前无人输入。未作核验；请在终端中运行。</translation>
    </message>
    <message>
      <source>A signature does not belong to its certificate. Do not rely on this document.</source>
      <translation>签名与其证书不符。请勿采信此文书。</translation>
    </message>
    <message>
      <source>A signature does not fit the document. Do not rely on it; ask for the original.</source>
      <translation>签名与文书不符。请勿采信，索要原件。</translation>
    </message>
    <message>
      <source>A signature is not written in the one form that is accepted. Do not rely on this document.</source>
      <translation>签名的写法不是本程序认可的唯一形式。请勿采信此文书。</translation>
    </message>
    <message>
      <source>A signed end of the history ({id})</source>
      <translation>一次操作记录末尾签名（{id}）</translation>
    </message>
    <message>
      <source>A spreadsheet program has rounded a long code; its last digits are lost.</source>
      <translation>长编码被表格软件四舍五入，末位数字已丢失。</translation>
    </message>
    <message>
      <source>A step of a document ({id})</source>
      <translation>文书的一个版本（{id}）</translation>
    </message>
    <message>
      <source>A stock list names neither a day nor a column for opening or counted stock, so that nobody can say which of the two it is. Nothing was computed; add the day of the list, or name its column with --mapping.</source>
      <translation>有一份库存表既无盘存日期，也无期初或期末列，无法判断是期初还是期末，未作任何计算；请补上盘存日期，或用 --mapping 指明该列。</translation>
    </message>
    <message>
      <source>A stock list names no day for its opening or closing figures, and some rows are of other days than the period. Make sure that the list is of this very period; of another one the differences are wrong.</source>
      <translation>盘存表的期初、期末数未注明日期，而部分台账行不在核对期间内。请先确认该表正是本期间的盘存；若属其他期间，差异不成立。</translation>
    </message>
    <message>
      <source>A suspicion ({id})</source>
      <translation>一个疑点（{id}）</translation>
    </message>
    <message>
      <source>A suspicion is dismissed with a reason. Enter why it does not hold.</source>
      <translation>排除疑点须说明理由，请填写为何不成立。</translation>
    </message>
    <message>
      <source>A telephone approval is confirmed between today and {date}. Choose such a day.</source>
      <translation>电话批准须在今天至{date}之间补办确认，请重新选择日期。</translation>
    </message>
    <message>
      <source>A value that every row needs is empty.</source>
      <translation>必填的值为空。</translation>
    </message>
    <message>
      <source>A visit ({id})</source>
      <translation>一次进场（{id}）</translation>
    </message>
    <message>
      <source>A visit is open already. Close it before another begins.</source>
      <translation>已有一次进场未结束，请先结束再开始新的进场。</translation>
    </message>
    <message>
      <source>A visit needs at least two inspectors with certificate numbers; the team has {count}. Add an inspector or enter the missing certificate number.</source>
      <translation>进场须至少两名持证执法人员，检查组现有{count}名。请增加人员或补填执法证号。</translation>
    </message>
    <message>
      <source>A visit needs two people with a certificate number. Add the second one.</source>
      <translation>进场须有两名持证人员，请增加第二名。</translation>
    </message>
    <message>
      <source>A ward ({id})</source>
      <translation>一个病区（{id}）</translation>
    </message>
    <message>
      <source>A ward needs a name. Enter it as on its door.</source>
      <translation>请填写病区名称，与门牌一致。</translation>
    </message>
    <message>
      <source>A word is not one of those known for this column.</source>
      <translation>该列出现了无法识别的用语。</translation>
    </message>
    <message>
      <source>A workbook cannot have a sheet called {sheet}. Rename it.</source>
      <translation>工作表不能命名为“{sheet}”，请改名。</translation>
    </message>
    <message>
      <source>Admitted again soon</source>
      <translation>短期内再次入院</translation>
    </message>
    <message>
      <source>After the first signature nothing but further signatures was added.</source>
      <translation>首个签名之后，除后续签名外未添加任何内容。</translation>
    </message>
    <message>
      <source>All questions of a table-list use the same list, without a choice_filter.</source>
      <translation>table-list内各题须使用同一列表，且不能有choice_filter。</translation>
    </message>
    <message>
      <source>An amount is negative. Enter what was overcharged as a positive amount.</source>
      <translation>金额为负数。多收的金额请填正数。</translation>
    </message>
    <message>
      <source>An answer ({id})</source>
      <translation>一个检查表答案（{id}）</translation>
    </message>
    <message>
      <source>An answered question stays in the interview. Correct the answer instead.</source>
      <translation>已回答的问题不能删除，可以更正回答。</translation>
    </message>
    <message>
      <source>An audit has no name of its own. Leave the cell empty.</source>
      <translation>audit不能另行命名，请将该单元格留空。</translation>
    </message>
    <message>
      <source>An audit with places needs location-priority, location-min-interval and location-max-age together.</source>
      <translation>audit记录位置时，location-priority、location-min-interval、location-max-age须同时填写。</translation>
    </message>
    <message>
      <source>An import that did not finish was cleared away. Import that file again; nothing else is missing.</source>
      <translation>未完成的导入已清除，请重新导入该文件，其他内容不受影响。</translation>
    </message>
    <message>
      <source>An inspection's history opens with a passphrase, and nobody is there to type it. Nothing was checked; run this in a terminal.</source>
      <translation>检查的历史须输入口令才能打开，而此处无人输入。未作核验，请在终端中运行。</translation>
    </message>
    <message>
      <source>An institution needs a name. Enter it as on its licence.</source>
      <translation>请填写机构名称，与执业许可证一致。</translation>
    </message>
    <message>
      <source>An interview of this person is not ended yet. End it first.</source>
      <translation>此人的询问尚未结束。请先结束。</translation>
    </message>
    <message>
      <source>An original of {size} bytes, {hash}</source>
      <translation>原件一个，{size}字节，{hash}</translation>
    </message>
    <message>
      <source>Another choice of the list has this name. Rename one, or write yes under allow_choice_duplicates on the sheet settings.</source>
      <translation>同一列表中另有选项使用此名称。请改名，或在settings工作表的allow_choice_duplicates下填yes。</translation>
    </message>
    <message>
      <source>Another entry: {kind} ({id})</source>
      <translation>其他登记：{kind}（{id}）</translation>
    </message>
    <message>
      <source>Another laptop issues the documents of this inspection, so that no number is given twice. Hand over what was entered here; the notice is made there.</source>
      <translation>为避免文号重复，本次检查的文书由另一台电脑签发。请移交本机录入的内容，在那台电脑上制作通知书。</translation>
    </message>
    <message>
      <source>Another question of the same group has this name. Give it one of its own.</source>
      <translation>同一组内另有问题使用这个名称。请换一个。</translation>
    </message>
    <message>
      <source>Another repeat is called {value} too. Names of repeats differ in the whole form.</source>
      <translation>另一个重复组也叫{value}。重复组的名称在整张表单内不能相同。</translation>
    </message>
    <message>
      <source>Answer {path}: {value}</source>
      <translation>检查表答案 {path}：{value}</translation>
    </message>
    <message>
      <source>Approval as it is printed</source>
      <translation>批准情况（打印内容）</translation>
    </message>
    <message>
      <source>Battery: {percent} % only. Charge it, and take the power supply.</source>
      <translation>电量仅{percent}%。请充电并携带电源。</translation>
    </message>
    <message>
      <source>Battery: {percent} %.</source>
      <translation>电量：{percent}%。</translation>
    </message>
    <message>
      <source>Bed and name of a matched person are the list's. Take the match back first.</source>
      <translation>已匹配人员的床号和姓名以名单为准，请先撤销匹配。</translation>
    </message>
    <message>
      <source>Bed checks without a status that the headcount knows, set aside: {count}, the first in line {row}. Use the words or keys of the printed ward sheet.</source>
      <translation>{count}条床位核查的状态无法识别，已搁置（首条在第{row}行）。请使用打印核查表上的用语或按键。</translation>
    </message>
    <message>
      <source>Bed {bed} in {ward}: {name}</source>
      <translation>{ward}{bed}床：{name}</translation>
    </message>
    <message>
      <source>Billed after death</source>
      <translation>死亡后计费</translation>
    </message>
    <message>
      <source>Billed beside what covers it</source>
      <translation>已含项目另行收费</translation>
    </message>
    <message>
      <source>Billed during a stay elsewhere</source>
      <translation>异院住院期间计费</translation>
    </message>
    <message>
      <source>Billed for the other sex</source>
      <translation>与患者性别不符</translation>
    </message>
    <message>
      <source>Billed more than allowed</source>
      <translation>收费数量超过规定</translation>
    </message>
    <message>
      <source>Billed outside the age</source>
      <translation>与患者年龄不符</translation>
    </message>
    <message>
      <source>Billed while absent</source>
      <translation>不在床仍计费</translation>
    </message>
    <message>
      <source>Billed without what it needs</source>
      <translation>收取项目无前提项目</translation>
    </message>
    <message>
      <source>Billed, not recorded</source>
      <translation>计费而无治疗记录</translation>
    </message>
    <message>
      <source>By a signed file from the laptop {code}; {name} compared that code on {date}.</source>
      <translation>以签名文件批准，签名电脑校验码{code}，由{name}于{date}核对。</translation>
    </message>
    <message>
      <source>By its own clock {signer} signed after this time stamp, which cannot be: that clock was wrong.</source>
      <translation>按{signer}签名电脑的时钟，签名晚于时间戳，不可能成立：该时钟有误。</translation>
    </message>
    <message>
      <source>By the region's rules somebody of a higher office approves this document.</source>
      <translation>按本地规则，本文书须由更高层级的负责人批准。</translation>
    </message>
    <message>
      <source>By the region's rules somebody of a higher office than {name} approves this document. Ask there; nothing was changed.</source>
      <translation>按本地规则，本文书须由高于{name}层级的负责人批准。请另行报批，未作任何更改。</translation>
    </message>
    <message>
      <source>Camera: {name}</source>
      <translation>摄像头：{name}</translation>
    </message>
    <message>
      <source>Cameras cannot be used on this laptop, a system library is missing: {detail}. Take in files from a telephone or camera instead; everything else works.</source>
      <translation>此电脑无法使用相机，缺少系统库：{detail}。请从手机或相机导入文件，其他功能不受影响。</translation>
    </message>
    <message>
      <source>Can never be changed.</source>
      <translation>始终不能修改。</translation>
    </message>
    <message>
      <source>Cancelled. Nothing of it was kept.</source>
      <translation>已取消，未保留任何内容。</translation>
    </message>
    <message>
      <source>Cannot be changed, because {answers}.</source>
      <translation>不能修改，因为{answers}。</translation>
    </message>
    <message>
      <source>Cannot stand: {message}</source>
      <translation>填写有误：{message}</translation>
    </message>
    <message>
      <source>Cannot stand: {message} Compared: {answers}.</source>
      <translation>填写有误：{message}核对依据：{answers}。</translation>
    </message>
    <message>
      <source>Changed by themselves on {date}.</source>
      <translation>本人已于{date}自行更改。</translation>
    </message>
    <message>
      <source>Charged beside a price that covers it</source>
      <translation>已含耗材另收费</translation>
    </message>
    <message>
      <source>Choose a printer. To take the document along as a file, export it: that copy is not encrypted, and it is counted.</source>
      <translation>请选择打印机。需带走文件的，请使用导出功能：导出的副本未加密，并计入份数。</translation>
    </message>
    <message>
      <source>Choose one of the two values.</source>
      <translation>请选择其中一项。</translation>
    </message>
    <message>
      <source>Choose the kind of recipient.</source>
      <translation>请选择接收单位类别。</translation>
    </message>
    <message>
      <source>Chosen by hand.</source>
      <translation>人工选定。</translation>
    </message>
    <message>
      <source>Chosen for this institution before.</source>
      <translation>此前为该机构选定。</translation>
    </message>
    <message>
      <source>City</source>
      <translation>地市</translation>
    </message>
    <message>
      <source>Clock: {time} Beijing time. Compare it with a telephone; the visit asks again.</source>
      <translation>时钟：北京时间{time}。请与手机核对，进场时还会再次比对。</translation>
    </message>
    <message>
      <source>Computed from no answer.</source>
      <translation>不依据任何答案算出。</translation>
    </message>
    <message>
      <source>Computed from: {answers}.</source>
      <translation>由以下答案算出：{answers}。</translation>
    </message>
    <message>
      <source>Counted on {day}, brought back to {last} by the rows of the days between.</source>
      <translation>实盘于 {day}，已按其间的记录回推至 {last}。</translation>
    </message>
    <message>
      <source>Days without any service</source>
      <translation>连续无收费项目</translation>
    </message>
    <message>
      <source>Decided by, where the calendar does not tell</source>
      <translation>处理期限（日历无法推算时填写）</translation>
    </message>
    <message>
      <source>Dialyser never bought</source>
      <translation>透析器无采购记录</translation>
    </message>
    <message>
      <source>Dialysers used up differ</source>
      <translation>透析器消耗不符</translation>
    </message>
    <message>
      <source>Document {number}</source>
      <translation>文书{number}</translation>
    </message>
    <message>
      <source>Document {number}: step {step} is gone</source>
      <translation>文书{number}：第{step}步版本已丢失</translation>
    </message>
    <message>
      <source>Does not comply, because {answers}.</source>
      <translation>不符合要求，因为{answers}。</translation>
    </message>
    <message>
      <source>EPO without treatment</source>
      <translation>无治疗计费促红素</translation>
    </message>
    <message>
      <source>Enter the bed's number.</source>
      <translation>请输入床号。</translation>
    </message>
    <message>
      <source>Enter the bureau's name as it stands on its documents.</source>
      <translation>请填写医保局名称，与其文书一致。</translation>
    </message>
    <message>
      <source>Enter the day of the count, the stock room and who of the institution was present.</source>
      <translation>请填写盘点日期、库房和机构在场人员。</translation>
    </message>
    <message>
      <source>Enter the issuing body's word in the number, such as 青医保.</source>
      <translation>请填写发文机关代字，例如青医保。</translation>
    </message>
    <message>
      <source>Enter the name of the person who is asked.</source>
      <translation>请填写被询问人姓名。</translation>
    </message>
    <message>
      <source>Enter the name of who signs.</source>
      <translation>请填写签名人姓名。</translation>
    </message>
    <message>
      <source>Enter the number of the paper.</source>
      <translation>请输入票据号码。</translation>
    </message>
    <message>
      <source>Enter the place of delivery.</source>
      <translation>请填写送达地点。</translation>
    </message>
    <message>
      <source>Enter the recipient.</source>
      <translation>请填写接收单位。</translation>
    </message>
    <message>
      <source>Enter the telephone number that was called.</source>
      <translation>请填写所拨打的电话号码。</translation>
    </message>
    <message>
      <source>Enter the ward, and the bed or the name.</source>
      <translation>请填写病区，以及床号或姓名。</translation>
    </message>
    <message>
      <source>Enter what was answered; the record prints it. Silence is an answer too.</source>
      <translation>请填写对方的答复，笔录中将如实打印；未作答也请注明。</translation>
    </message>
    <message>
      <source>Enter when the inspection begins.</source>
      <translation>请填写检查时间。</translation>
    </message>
    <message>
      <source>Enter when the talk is.</source>
      <translation>请填写约谈时间。</translation>
    </message>
    <message>
      <source>Enter where the registered things are kept.</source>
      <translation>请填写保存地点。</translation>
    </message>
    <message>
      <source>Enter where the talk is.</source>
      <translation>请填写约谈地点。</translation>
    </message>
    <message>
      <source>Enter who keeps the registered things.</source>
      <translation>请填写保管责任人。</translation>
    </message>
    <message>
      <source>Enter who of the institution handed the files over; they prove little without.</source>
      <translation>请填写被检机构的提供人，否则证明力不足。</translation>
    </message>
    <message>
      <source>Enter who of the institution made the export; the list proves little without.</source>
      <translation>请填写机构方的导出人，否则名单的证明力很弱。</translation>
    </message>
    <message>
      <source>Enter who takes the documents, or that they were refused.</source>
      <translation>请填写签收人，或者记录拒绝签收。</translation>
    </message>
    <message>
      <source>Every finding stands in another notice already. Record what is new first.</source>
      <translation>所有问题都已列入其他通知书，请先记录新的问题。</translation>
    </message>
    <message>
      <source>Everybody in the team has the same certificate number {number}, and a certificate is one person's. Correct it; a visit needs two inspectors.</source>
      <translation>检查组各成员的执法证号均为{number}，而一个证号只属于一人。请更正；现场检查须有两名以上执法人员。</translation>
    </message>
    <message>
      <source>Everybody's passphrase is: {passphrase}</source>
      <translation>所有人的口令都是：{passphrase}</translation>
    </message>
    <message>
      <source>Everything entered so far is in a safety copy.</source>
      <translation>已录入内容均有安全副本。</translation>
    </message>
    <message>
      <source>Evidence {number} has no marked copy yet.</source>
      <translation>证据{number}还没有标注副本。</translation>
    </message>
    <message>
      <source>Evidence {number} is no stored picture and cannot be marked. Take a page of a document in as a picture first; the original is untouched.</source>
      <translation>证据{number}不是已存入的图片，不能标注。文件页请先作为图片录入；原件未改动。</translation>
    </message>
    <message>
      <source>Evidence {number} was registered by its hash. Its bytes are kept at: {place}.</source>
      <translation>证据{number}仅登记了哈希值，原件存放于：{place}。</translation>
    </message>
    <message>
      <source>Evidence {number} {name}</source>
      <translation>证据{number} {name}</translation>
    </message>
    <message>
      <source>Evidence {number}: the original is gone, {size} bytes {name}</source>
      <translation>证据{number}：原件已丢失，{size}字节 {name}</translation>
    </message>
    <message>
      <source>Facts</source>
      <translation>基本情况</translation>
    </message>
    <message>
      <source>Fees outside the stay</source>
      <translation>住院日期以外收费</translation>
    </message>
    <message>
      <source>Finding {name}</source>
      <translation>问题：{name}</translation>
    </message>
    <message>
      <source>Finding {number} cites the clause {clause}, which is not verified. A team lead must confirm it.</source>
      <translation>第{number}项问题引用的条款{clause}未经核实，须由组长确认。</translation>
    </message>
    <message>
      <source>Group {letter} belongs to another laptop in this inspection. Choose another letter.</source>
      <translation>本次检查中{letter}组属于另一台电脑，请另选字母。</translation>
    </message>
    <message>
      <source>High flux billed, low flux used</source>
      <translation>低通按高通计费</translation>
    </message>
    <message>
      <source>Holidays known up to {year}.</source>
      <translation>节假日安排已有至{year}年。</translation>
    </message>
    <message>
      <source>If your passphrase is forgotten, everything here is lost. Print a recovery key, set the bureau's key or add a second person first, or confirm that you accept this.</source>
      <translation>一旦忘记口令，这里的全部数据都会丢失。请先打印恢复密钥、设置医保局密钥或增加第二人，或者确认您接受此风险。</translation>
    </message>
    <message>
      <source>In quarantine: {place}: {reason}</source>
      <translation>隔离：{place}：{reason}</translation>
    </message>
    <message>
      <source>In the file {name} no column was recognised for {missing}. Nothing was changed. Choose the columns by hand on the mapping page, or give a mapping file.</source>
      <translation>文件 {name} 中未识别出以下列：{missing}。未作任何更改。请在列对应页面手工选择，或提供列对应文件。</translation>
    </message>
    <message>
      <source>Inspection {name} is not complete in the copy.</source>
      <translation>副本中的检查 {name} 不完整。</translation>
    </message>
    <message>
      <source>It answers the package {digest}, taken in at {at} by the receiving computer's clock.</source>
      <translation>对应移交包{digest}，接收时间为{at}（以接收方电脑时钟为准）。</translation>
    </message>
    <message>
      <source>It calls itself the laptop of {name}, {bureau}. Its code is {code}: compare it with the laptop itself, a card proves nothing alone.</source>
      <translation>名片自称为{bureau}{name}的电脑，识别码为{code}。名片本身不能证明身份，请与该电脑上显示的识别码核对。</translation>
    </message>
    <message>
      <source>It confirms {originals} and {lines}.</source>
      <translation>确认收存{originals}、{lines}。</translation>
    </message>
    <message>
      <source>It contains the printed point {code}.</source>
      <translation>其中包含所印的节点{code}。</translation>
    </message>
    <message>
      <source>It ends for laptop {device} at {code}.</source>
      <translation>电脑{device}的记录止于{code}。</translation>
    </message>
    <message>
      <source>It is decided already where these lines count. Take that back first.</source>
      <translation>这些记录计入哪一项已经确定，请先撤销该决定。</translation>
    </message>
    <message>
      <source>It is for the laptop with the code {code}.</source>
      <translation>接收方电脑的识别码为{code}。</translation>
    </message>
    <message>
      <source>It is not recorded that certificates were shown.</source>
      <translation>尚未记录出示执法证。</translation>
    </message>
    <message>
      <source>It is not recorded that rights and duties were told.</source>
      <translation>尚未记录告知权利义务。</translation>
    </message>
    <message>
      <source>Its content is enveloped to the receiver and was not opened.</source>
      <translation>内容已加密给接收方，本次核验未打开。</translation>
    </message>
    <message>
      <source>Its number is {digest}; a receipt names it.</source>
      <translation>包号为{digest}，回执上会注明此包号。</translation>
    </message>
    <message>
      <source>Kind of recipient</source>
      <translation>接收单位类别</translation>
    </message>
    <message>
      <source>Ledger {name}</source>
      <translation>台账{name}</translation>
    </message>
    <message>
      <source>Legal basis of the transfer</source>
      <translation>移送依据</translation>
    </message>
    <message>
      <source>Line {number} ({name}): “{text}” is no figure for its boxes. Nothing of the sheet was taken; type it again.</source>
      <translation>第 {number} 行（{name}）：“{text}”不是该行各格的数字，盘点表未录入任何内容；请重新输入。</translation>
    </message>
    <message>
      <source>Line {number} of laptop {device} is missing from the history.</source>
      <translation>电脑{device}的记录缺少第{number}行。</translation>
    </message>
    <message>
      <source>Line {number} of laptop {device} was changed or exchanged; it is the first that does not hold.</source>
      <translation>电脑{device}的第{number}行被改动或替换，这是首个不成立的行。</translation>
    </message>
    <message>
      <source>Line {row} is not among the rows that were set aside. Nothing was changed.</source>
      <translation>第 {row} 行不在待处理的行之中。未作任何更改。</translation>
    </message>
    <message>
      <source>Lines of ledgers worth ¥ {amount} count in two findings: {first} / {second}.</source>
      <translation>有台账记录在两项问题中重复计入 ¥ {amount}：{first} / {second}。</translation>
    </message>
    <message>
      <source>List {name}</source>
      <translation>名单：{name}</translation>
    </message>
    <message>
      <source>List {name}: its content is gone</source>
      <translation>名单{name}：内容已丢失</translation>
    </message>
    <message>
      <source>Listed after the discharge</source>
      <translation>出院后仍在名单</translation>
    </message>
    <message>
      <source>Listed without any service</source>
      <translation>在院无收费项目</translation>
    </message>
    <message>
      <source>More material than sessions need</source>
      <translation>耗材超过每次用量</translation>
    </message>
    <message>
      <source>More sessions than agreed</source>
      <translation>透析次数超限</translation>
    </message>
    <message>
      <source>Must always be answered.</source>
      <translation>始终必须填写。</translation>
    </message>
    <message>
      <source>Must be answered, because {answers}.</source>
      <translation>必须填写，因为{answers}。</translation>
    </message>
    <message>
      <source>National drug codes that begin with {letter} usually have {usual} characters; this has {count}.</source>
      <translation>以{letter}开头的国家药品编码通常为{usual}位，此处为{count}位。</translation>
    </message>
    <message>
      <source>Never complies.</source>
      <translation>始终不符合要求。</translation>
    </message>
    <message>
      <source>No billed row is a dialysis service that the rules of the region know. Nothing was computed; add the codes or names of the services to the region's pack.</source>
      <translation>收费明细中没有地区规则所列的透析项目，未作任何计算。请在地区规则包中补充项目编码或名称。</translation>
    </message>
    <message>
      <source>No camera is connected. Connect one, or take pictures with a telephone and bring the files in.</source>
      <translation>未连接摄像头。请连接，或用手机拍照后导入文件。</translation>
    </message>
    <message>
      <source>No camera was found. Connect one and look again, or take in files from a telephone or camera; everything else works.</source>
      <translation>未找到相机。请连接后重新查找，或从手机、相机导入文件，其他功能不受影响。</translation>
    </message>
    <message>
      <source>No column is marked as the name. Choose it and look again.</source>
      <translation>没有标明姓名列，请选定后重新查看。</translation>
    </message>
    <message>
      <source>No deadline could be worked out from the region's rules. Enter it as a date in the notice.</source>
      <translation>根据本地规则无法推算期限，请在通知书中直接填写日期。</translation>
    </message>
    <message>
      <source>No delivery note</source>
      <translation>无随货同行单</translation>
    </message>
    <message>
      <source>No figure was typed yet. Nothing was taken.</source>
      <translation>尚未录入任何数字，未采用。</translation>
    </message>
    <message>
      <source>No file was chosen.</source>
      <translation>未选择文件。</translation>
    </message>
    <message>
      <source>No font of this program has these characters: {names}. Write them otherwise.</source>
      <translation>程序字体中没有以下字符：{names}。请换一种写法。</translation>
    </message>
    <message>
      <source>No list gives the opening stock, so no difference can be computed. Give a stock list with a column for it, or one of the day the period begins on together with --from and --to.</source>
      <translation>没有任何清单给出期初库存，无法计算差异。请提供带有期初库存列的库存表，或提供期间首日的盘存表并同时给出 --from 和 --to。</translation>
    </message>
    <message>
      <source>No machine ran</source>
      <translation>无上机记录</translation>
    </message>
    <message>
      <source>No number for notices of {year} is left: notices will carry draft numbers. Ask the bureau for a block.</source>
      <translation>{year}年通知书已无文号，通知书将使用草稿号。请向局里申领号段。</translation>
    </message>
    <message>
      <source>No person was found in {name}. Correct the columns first.</source>
      <translation>{name}中未找到任何人员，请先更正各列。</translation>
    </message>
    <message>
      <source>No printer is set up, so nothing was printed. Connect one and print again, or export the document to print it elsewhere; that copy is not encrypted.</source>
      <translation>未设置打印机，未打印。请连接打印机后重试，或导出文书到别处打印；导出的副本未加密。</translation>
    </message>
    <message>
      <source>No printer is set up. Connect one and print the test page, or take the documents on a stick.</source>
      <translation>未设置打印机。请连接并打印测试页，或用U盘带走文书。</translation>
    </message>
    <message>
      <source>No purchase names a dialyser with its model: models are not compared with purchases.</source>
      <translation>采购记录中没有载明型号的透析器，型号与采购不作比对。</translation>
    </message>
    <message>
      <source>No question is called {name}, so no answer can be put there.</source>
      <translation>没有名为 {name} 的问题，无法填入答案。</translation>
    </message>
    <message>
      <source>No question is called {name}.</source>
      <translation>没有名为 {name} 的问题。</translation>
    </message>
    <message>
      <source>No question is called {name}. Is {near} meant?</source>
      <translation>没有名为 {name} 的问题。是否应为 {near}？</translation>
    </message>
    <message>
      <source>No question uses this list.</source>
      <translation>没有问题使用这个选项列表。</translation>
    </message>
    <message>
      <source>No suspicion is selected. Select the ones that belong together.</source>
      <translation>未选中疑点，请选中应当合并的疑点。</translation>
    </message>
    <message>
      <source>No team lead is known on this laptop. Add the lead, who approves notices.</source>
      <translation>本机未登记组长。请增加组长，由其批准通知书。</translation>
    </message>
    <message>
      <source>No telephone approval of this document waits for confirmation.</source>
      <translation>本文书没有待确认的电话批准。</translation>
    </message>
    <message>
      <source>No text is in the language {language}.</source>
      <translation>没有 {language} 语言的文字。</translation>
    </message>
    <message>
      <source>No time-stamp authority is set. Enter its address in the settings; the document holds without a time stamp.</source>
      <translation>尚未设置时间戳机构，请在设置中填写地址；没有时间戳不影响文书效力。</translation>
    </message>
    <message>
      <source>No token is plugged in. Plug it in, wait for its light, and try again.</source>
      <translation>未插入密码设备。请插入设备，待指示灯亮后重试。</translation>
    </message>
    <message>
      <source>No trace code of 20 digits can be read in {name}. Photograph the code larger, straight and without glare, or type it.</source>
      <translation>在{name}中未读到20位追溯码。请靠近、摆正、避开反光重拍，或手工输入。</translation>
    </message>
    <message>
      <source>No treatment record covers these months, nothing is compared there: {months}.</source>
      <translation>以下月份没有治疗记录，不作比对：{months}。</translation>
    </message>
    <message>
      <source>No visit is open. Open the visit first.</source>
      <translation>尚未进入现场，请先点“进入现场”。</translation>
    </message>
    <message>
      <source>No visit was opened, so there is nothing to record. Open it first.</source>
      <translation>尚未进场，没有可记录的内容。请先进场。</translation>
    </message>
    <message>
      <source>No visit was opened.</source>
      <translation>尚未进场。</translation>
    </message>
    <message>
      <source>Nobody approves what they wrote. Ask a second person to approve this document.</source>
      <translation>不能审批本人起草的文书。请由他人审批。</translation>
    </message>
    <message>
      <source>Nobody reviews what they inspected. Hand it over to another team lead.</source>
      <translation>本人参与的检查不能由本人审核，请移交其他组长。</translation>
    </message>
    <message>
      <source>Nobody signs on the screen alone. A second inspector has to be there.</source>
      <translation>屏幕签名须有他人在场。须有第二名检查人员在场。</translation>
    </message>
    <message>
      <source>Not a trace code</source>
      <translation>不是追溯码</translation>
    </message>
    <message>
      <source>Not asked, because {answers}.</source>
      <translation>不询问，因为{answers}。</translation>
    </message>
    <message>
      <source>Not asked: the section {section} is left out, because {answers}.</source>
      <translation>不询问：{section}整节略去，因为{answers}。</translation>
    </message>
    <message>
      <source>Not changed by themselves since.</source>
      <translation>此后本人未更改。</translation>
    </message>
    <message>
      <source>Not finished yet: required and missing {missing}, wrong {wrong}. Everything is saved; F8 goes to the next open question.</source>
      <translation>尚不能结束：必填未填{missing}项，填写有误{wrong}项。已填内容均已保存；按F8到下一道待填题。</translation>
    </message>
    <message>
      <source>Not for this level</source>
      <translation>本级别不得收取</translation>
    </message>
    <message>
      <source>Not paid in this kind of visit</source>
      <translation>与医疗类别不符</translation>
    </message>
    <message>
      <source>Not recognised; left out unless you choose a meaning.</source>
      <translation>未识别；除非指定含义，否则不采用。</translation>
    </message>
    <message>
      <source>Note: {fault}</source>
      <translation>提示：{fault}</translation>
    </message>
    <message>
      <source>Nothing can be written to {folder} ({reason}). Nothing was made; choose another folder.</source>
      <translation>无法写入{folder}（{reason}）。未生成任何文件，请另选文件夹。</translation>
    </message>
    <message>
      <source>Nothing in the checklist is called {name} there, so it is always empty. A question is written as {reference}, a word in quotation marks.</source>
      <translation>检查表此处没有名为 {name} 的内容，因此取值始终为空。引用题目请写作 {reference}，文字请加引号。</translation>
    </message>
    <message>
      <source>Nothing in {name} can be read any more. It was left as it is; use a safety copy.</source>
      <translation>{name}已无任何可读内容，文件保持原样；请使用备份。</translation>
    </message>
    <message>
      <source>Nothing is drawn yet. Sign on the pad first.</source>
      <translation>尚未签名。请先在手写区签名。</translation>
    </message>
    <message>
      <source>Nothing is filled in for {name}. Is {near} meant?</source>
      <translation>{name} 没有可预填的内容。是否应为 {near}？</translation>
    </message>
    <message>
      <source>Nothing is filled in here. What can be is {known}.</source>
      <translation>此处没有可预填的内容。可用的有 {known}。</translation>
    </message>
    <message>
      <source>Nothing is listed to be registered and kept.</source>
      <translation>先行登记保存清单为空。</translation>
    </message>
    <message>
      <source>Nothing says when the answer does not comply, so this is never used. Fill in noncompliant or when.</source>
      <translation>没有写明何种答案属于不符合，因此此处永远不会用到。请填写 noncompliant 或 when。</translation>
    </message>
    <message>
      <source>Nothing stands on this laptop alone yet.</source>
      <translation>尚无仅存于本机的内容。</translation>
    </message>
    <message>
      <source>Nothing that was issued waits for delivery.</source>
      <translation>没有已签发待送达的文书。</translation>
    </message>
    <message>
      <source>Nothing was answered, so there is no interview. Withdraw it instead.</source>
      <translation>没有任何回答，不成询问笔录。请撤回。</translation>
    </message>
    <message>
      <source>Nothing was issued to the inspected party yet, so there is nothing to hand out.</source>
      <translation>尚未向被检查单位出具任何文书，没有可交付的材料。</translation>
    </message>
    <message>
      <source>Number: </source>
      <translation>序号：</translation>
    </message>
    <message>
      <source>Office</source>
      <translation>承办单位</translation>
    </message>
    <message>
      <source>On the sheet {sheet} no column is called {missing}.</source>
      <translation>工作表{sheet}缺少列{missing}。</translation>
    </message>
    <message>
      <source>One byte was added after the last signature. Do not rely on it; ask for the original.</source>
      <translation>最后一次签名后添加了1字节。请勿采信，索要原件。</translation>
    </message>
    <message>
      <source>One document at least is delivered. Withdraw this receipt if there is none.</source>
      <translation>至少须送达一份文书；如无，请撤回本回证。</translation>
    </message>
    <message>
      <source>One entry was changed without a line in the history. Do not rely on it.</source>
      <translation>有1条内容被改动而未留记录。请勿采信。</translation>
    </message>
    <message>
      <source>One forgotten passphrase would lose everything. Print a recovery key, or set the bureau's key.</source>
      <translation>一旦忘记口令，数据将全部丢失。请打印恢复密钥，或设置医保局公钥。</translation>
    </message>
    <message>
      <source>One inspection could not be read and was not copied; what an earlier copy holds of it is still there. Salvage it.</source>
      <translation>有 1 次检查无法读取，未复制；以前副本中的内容仍在。请先抢救该检查。</translation>
    </message>
    <message>
      <source>One inspection is back as it was on {time}. What was entered later on the other laptop is not here.</source>
      <translation>已恢复 1 次检查，内容截至 {time}。此后录入的内容不在其中。</translation>
    </message>
    <message>
      <source>One item in {name}.</source>
      <translation>{name} 中共 1 个品种。</translation>
    </message>
    <message>
      <source>One line for a name is empty here. Whether it was signed on paper, or refused, this file cannot tell.</source>
      <translation>本文件有1处签名栏为空。是否已在纸质件上签名或被拒签，本文件无法说明。</translation>
    </message>
    <message>
      <source>One of these suspicions is a finding already. Withdraw that finding first.</source>
      <translation>其中一条疑点已转为问题，请先撤回该问题。</translation>
    </message>
    <message>
      <source>One original is damaged on this laptop and could not be copied.</source>
      <translation>本机有 1 份原件已损坏，无法复制。</translation>
    </message>
    <message>
      <source>One original is not in the copy.</source>
      <translation>副本中缺少 1 份原件。</translation>
    </message>
    <message>
      <source>One part of inspection {name} is missing or damaged in the copy.</source>
      <translation>副本中检查 {name} 有 1 个分卷缺失或损坏。</translation>
    </message>
    <message>
      <source>One part of the workspace is missing or damaged in the copy.</source>
      <translation>副本中工作区有 1 个分卷缺失或损坏。</translation>
    </message>
    <message>
      <source>One picture holds at most {count} marks. Those before are kept.</source>
      <translation>一张照片最多{count}处标注，之前的标注已保留。</translation>
    </message>
    <message>
      <source>One row bills a service, which is never in stock.</source>
      <translation>1 行为诊疗服务项目，不涉及库存。</translation>
    </message>
    <message>
      <source>One row in a unit that nobody converts.</source>
      <translation>1 行的单位没有换算关系。</translation>
    </message>
    <message>
      <source>One row moves no goods (found by counting, or of another kind) and was left out.</source>
      <translation>1 行不属于实物进出（盘盈盘亏或其他类型），未计入。</translation>
    </message>
    <message>
      <source>One row of a day outside the period.</source>
      <translation>1 行的日期在期间之外。</translation>
    </message>
    <message>
      <source>One row of a ledger that names no day: it counts in the period.</source>
      <translation>1 行所在的台账没有任何日期，全部计入期间。</translation>
    </message>
    <message>
      <source>One row without a day: a period cannot place it.</source>
      <translation>1 行没有日期，无法归入期间。</translation>
    </message>
    <message>
      <source>One sale stands in the fund's billing already and was not counted again.</source>
      <translation>1 笔销售已在医保结算明细中，未重复计入。</translation>
    </message>
    <message>
      <source>One signature is missing: its place is empty. Ask for the finished document.</source>
      <translation>缺少1个签名：其位置是空的。请索要完成的文书。</translation>
    </message>
    <message>
      <source>One suspicion is neither confirmed nor dismissed.</source>
      <translation>1条疑点尚未认定或排除。</translation>
    </message>
    <message>
      <source>One thing was changed on two laptops and waits for a decision.</source>
      <translation>有 1 处内容在两台电脑上改动不一致，等待决定。</translation>
    </message>
    <message>
      <source>Only a document that is issued and was not delivered yet is delivered. Issue it first.</source>
      <translation>只能送达已出具且尚未送达的文书。请先出具文书。</translation>
    </message>
    <message>
      <source>Only a finished document that is intact gets a time stamp.</source>
      <translation>只有已完成且完好的文书才能加盖时间戳。</translation>
    </message>
    <message>
      <source>Only a team lead accepts or returns an inspection.</source>
      <translation>只有组长可以接受或退回检查。</translation>
    </message>
    <message>
      <source>Only a team lead can confirm a clause whose text is not verified. Change person (Ctrl+L).</source>
      <translation>文本未核实的条款只能由组长确认。请换人（Ctrl+L）。</translation>
    </message>
    <message>
      <source>Only a team lead sets one version for everybody. Ask the lead to unlock and do it.</source>
      <translation>只有组长可以统一版本。请组长解锁后设置。</translation>
    </message>
    <message>
      <source>Only an approved notice is signed. Have it approved first.</source>
      <translation>只有已批准的通知书才能签名，请先提请批准。</translation>
    </message>
    <message>
      <source>Only an entry of a repeat can be removed.</source>
      <translation>只能删除重复组中的条目。</translation>
    </message>
    <message>
      <source>Only an inspector named in this notice signs it.</source>
      <translation>只有此通知书载明的执法人员才能签名。</translation>
    </message>
    <message>
      <source>Only an issued notice is corrected by a new one. Edit this one.</source>
      <translation>只有已签发的通知书才能以新通知书更正，此份可直接修改。</translation>
    </message>
    <message>
      <source>Only one number for notices of {year} is left. Ask the bureau for a block.</source>
      <translation>{year}年通知书文号仅余1个，请向局里申领号段。</translation>
    </message>
    <message>
      <source>Only the heading was copied. Copy the rows below it as well.</source>
      <translation>只复制了表头。请连同下面的行一起复制。</translation>
    </message>
    <message>
      <source>Only {count} numbers for notices of {year} are left. Ask the bureau for a block.</source>
      <translation>{year}年通知书文号仅余{count}个，请向局里申领号段。</translation>
    </message>
    <message>
      <source>Other answers of this row say that this is not asked. It counts for nothing.</source>
      <translation>按本行其他答案，此项不需填写，不计入。</translation>
    </message>
    <message>
      <source>Other dialyser billed</source>
      <translation>透析器型号不一致</translation>
    </message>
    <message>
      <source>Other mode billed</source>
      <translation>透析方式不一致</translation>
    </message>
    <message>
      <source>Outpatient bills during a stay</source>
      <translation>住院期间门诊费用</translation>
    </message>
    <message>
      <source>Parameters are written as name=value, with blanks between them.</source>
      <translation>参数写成“名称=值”，各参数之间用空格分开。</translation>
    </message>
    <message>
      <source>Part {number} of {count} is damaged: {name}.</source>
      <translation>第{number}部分（共{count}部分）损坏：{name}。</translation>
    </message>
    <message>
      <source>Part {number} of {count} is damaged: {name}. Copy it again; nothing was taken.</source>
      <translation>第{number}部分（共{count}部分）已损坏：{name}。请重新复制，未接收任何内容。</translation>
    </message>
    <message>
      <source>Part {number} of {count} is missing: {name}.</source>
      <translation>第{number}部分（共{count}部分）缺失：{name}。</translation>
    </message>
    <message>
      <source>Part {number} of {count} is missing: {name}. Copy all files of the package; nothing was taken.</source>
      <translation>缺少第{number}部分（共{count}部分）：{name}。请复制移交包的全部文件，未接收任何内容。</translation>
    </message>
    <message>
      <source>Parts billed for the whole</source>
      <translation>分解项目收费</translation>
    </message>
    <message>
      <source>Passphrase or recovery key: </source>
      <translation>口令或恢复密钥：</translation>
    </message>
    <message>
      <source>Passphrase set by {name} on {date}.</source>
      <translation>口令由{name}于{date}设置。</translation>
    </message>
    <message>
      <source>Passphrase set on {date} by the bureau's key.</source>
      <translation>口令于{date}凭本局密钥重设。</translation>
    </message>
    <message>
      <source>Passphrase set on {date} by the recovery key.</source>
      <translation>口令于{date}凭恢复密钥重设。</translation>
    </message>
    <message>
      <source>Peak memory {megabytes} MB, time {seconds} s.</source>
      <translation>内存峰值 {megabytes} MB，用时 {seconds} 秒。</translation>
    </message>
    <message>
      <source>Perhaps swapped: {surplus} over by {over} yuan, {shortage} under by {under} yuan.</source>
      <translation>疑似串换：{surplus} 多 {over} 元，{shortage} 少 {under} 元。</translation>
    </message>
    <message>
      <source>Person {name}</source>
      <translation>人员 {name}</translation>
    </message>
    <message>
      <source>Persons concerned: name, post, part</source>
      <translation>涉及人员：姓名，职务，有关情况</translation>
    </message>
    <message>
      <source>Pictures and sounds of questions and choices are not shown.</source>
      <translation>题目和选项的图片、声音不会显示。</translation>
    </message>
    <message>
      <source>Place of the talk</source>
      <translation>约谈地点</translation>
    </message>
    <message>
      <source>Price above the standard</source>
      <translation>单价超过标准</translation>
    </message>
    <message>
      <source>Printer: {name}. Print the test page once.</source>
      <translation>打印机：{name}。请打印一次测试页。</translation>
    </message>
    <message>
      <source>Problems</source>
      <translation>发现的问题</translation>
    </message>
    <message>
      <source>Promises</source>
      <translation>承诺事项</translation>
    </message>
    <message>
      <source>Proposals</source>
      <translation>建议</translation>
    </message>
    <message>
      <source>Province</source>
      <translation>省</translation>
    </message>
    <message>
      <source>Reason of the registration</source>
      <translation>登记保存事由</translation>
    </message>
    <message>
      <source>Reason of the talk</source>
      <translation>约谈事由</translation>
    </message>
    <message>
      <source>Reason of the transfer</source>
      <translation>移送事由</translation>
    </message>
    <message>
      <source>Recipient</source>
      <translation>接收单位</translation>
    </message>
    <message>
      <source>Recorded, not billed</source>
      <translation>有治疗记录未计费</translation>
    </message>
    <message>
      <source>Remark</source>
      <translation>备注</translation>
    </message>
    <message>
      <source>Remark: {text}</source>
      <translation>意见：{text}</translation>
    </message>
    <message>
      <source>Reply by</source>
      <translation>回复期限</translation>
    </message>
    <message>
      <source>Room for one photograph only. Free some space; a night takes up to {wanted}.</source>
      <translation>仅可存1张照片。一晚最多约需{wanted}张，请清理磁盘空间。</translation>
    </message>
    <message>
      <source>Room for {count} photographs only. Free some space; a night takes up to {wanted}.</source>
      <translation>仅可存{count}张照片。一晚最多约需{wanted}张，请清理磁盘空间。</translation>
    </message>
    <message>
      <source>Room for {count} photographs.</source>
      <translation>可存{count}张照片。</translation>
    </message>
    <message>
      <source>Rows of dialysers in a unit that nobody converts, set aside: {count}. Their models are not compared.</source>
      <translation>单位无法换算的透析器记录，已隔离：{count}行，相应型号不作比对。</translation>
    </message>
    <message>
      <source>Rows of dialysers in the stock room without a model, set aside: {count}.</source>
      <translation>库房中无型号的透析器记录，已隔离：{count}行。</translation>
    </message>
    <message>
      <source>Rows of dialysis that name nobody, set aside: {count}.</source>
      <translation>未载明患者的透析记录，已隔离：{count}行。</translation>
    </message>
    <message>
      <source>Rows of dialysis without a day, set aside: {count}.</source>
      <translation>无日期的透析记录，已隔离：{count}行。</translation>
    </message>
    <message>
      <source>Rows of dialysis without a quantity, set aside: {count}.</source>
      <translation>无数量的透析记录，已隔离：{count}行。</translation>
    </message>
    <message>
      <source>Rows read {read}, used {used}, quarantined {quarantined}, recognised as no data {not_data}.</source>
      <translation>读取 {read} 行，采用 {used} 行，隔离 {quarantined} 行，识别为非数据 {not_data} 行。</translation>
    </message>
    <message>
      <source>Rules about charges: {count}.</source>
      <translation>收费规则{count}条。</translation>
    </message>
    <message>
      <source>Rules: {packs}</source>
      <translation>规则：{packs}</translation>
    </message>
    <message>
      <source>Say how the delivery was refused; the receipt states it.</source>
      <translation>请写明拒绝签收的情况，回证须载明。</translation>
    </message>
    <message>
      <source>Say what is asked of the team, or write a remark on something.</source>
      <translation>请说明对检查组的要求，或对具体事项写意见。</translation>
    </message>
    <message>
      <source>Say what is to be changed; the remark goes back with the draft.</source>
      <translation>请写明修改意见，意见随草稿一并退回。</translation>
    </message>
    <message>
      <source>Say why the document is withdrawn; the reason stays with it.</source>
      <translation>请说明撤回原因；原因会随文书保存。</translation>
    </message>
    <message>
      <source>Say why the notice is withdrawn; the reason stays with it.</source>
      <translation>请说明撤回通知书的理由，理由会一并留存。</translation>
    </message>
    <message>
      <source>Say why the number is void; the register keeps the reason.</source>
      <translation>请说明该文号作废的理由，登记簿会保留理由。</translation>
    </message>
    <message>
      <source>Scope of the inspection</source>
      <translation>检查范围</translation>
    </message>
    <message>
      <source>Sealed by a laptop, {signer}, at {time} by its clock. This is the seal of a device and nobody's signature: the people named sign the print by pen, and the copy signed so, with its scan, is the one that counts.</source>
      <translation>由终端 {signer} 于 {time}（按其时钟）封存。这是设备的封存，不是任何人的签名：有关人员在打印件上手写签名，以手写签名件及其扫描件为准。</translation>
    </message>
    <message>
      <source>Sealed by this laptop's own authority; nobody outside vouches for the name. Compare its code with the laptop: {code}.</source>
      <translation>由本机自建机构签章，没有外部机构为其身份作证。请与电脑上的代码核对：{code}。</translation>
    </message>
    <message>
      <source>Sessions whose mode is not known by its words: {count}. They count, their mode is not compared.</source>
      <translation>透析方式无法识别的治疗记录：{count}次，计入次数，不比对方式。</translation>
    </message>
    <message>
      <source>Set this laptop up and chose the passphrase themselves.</source>
      <translation>本机由其首次设置，口令为本人所设。</translation>
    </message>
    <message>
      <source>Settled before it was bought</source>
      <translation>结算早于入库</translation>
    </message>
    <message>
      <source>Settled in two institutions</source>
      <translation>多家机构结算</translation>
    </message>
    <message>
      <source>Settled more than once</source>
      <translation>多次结算</translation>
    </message>
    <message>
      <source>Settled, never bought</source>
      <translation>结算而无入库</translation>
    </message>
    <message>
      <source>Several lists name the same patients, and {name} does not say when it was exported. Put the moment into the file's name, such as 20260310-1930.</source>
      <translation>多份名单列有相同患者，而{name}未写明导出时间。请把时间写进文件名，例如20260310-1930。</translation>
    </message>
    <message>
      <source>Several questions are called {name}, so nobody can tell which one is meant. Rename them.</source>
      <translation>有多道题都叫{name}，无法判断所指，请改名。</translation>
    </message>
    <message>
      <source>Several references in one cell need a comma between them.</source>
      <translation>同一单元格中的多个引用须用逗号分开。</translation>
    </message>
    <message>
      <source>Sheet {sheet}, row {row} has a cell that a workbook cannot hold: a control character, or more than {count} characters. Shorten or retype it.</source>
      <translation>工作表 {sheet} 第 {row} 行有单元格无法存入工作簿：含控制字符或超过 {count} 个字符。请缩短或重新输入。</translation>
    </message>
    <message>
      <source>Sheet {sheet}, row {row}, column {column}: {fault}</source>
      <translation>工作表 {sheet} 第 {row} 行“{column}”列：{fault}</translation>
    </message>
    <message>
      <source>Sheet {sheet}, row {row}, column {column}: {fault} There it says: {cell}</source>
      <translation>工作表{sheet}第{row}行{column}列：{fault}原文为：{cell}</translation>
    </message>
    <message>
      <source>Sheet {sheet}, row {row}: {fault}</source>
      <translation>工作表{sheet}第{row}行：{fault}</translation>
    </message>
    <message>
      <source>Sheet {sheet}: {fault}</source>
      <translation>工作表 {sheet}：{fault}</translation>
    </message>
    <message>
      <source>Signatures with this certificate would be refused: it was made for something else, or the certificates above it are not in order. Ask its issuer for one that signs documents.</source>
      <translation>使用此证书的签名会被拒绝：它另有用途，或其上级证书不符合要求。请向签发机构索要可签署文书的证书。</translation>
    </message>
    <message>
      <source>Signed by laptop {device}, which gives {code} as its card's code. Compare the code with the laptop itself.</source>
      <translation>由电脑{device}签名，其名片识别码为{code}。请与该电脑上显示的识别码核对。</translation>
    </message>
    <message>
      <source>Signed by {signer} (licence {number}, {organisation}) at {time} by the signing computer's clock.</source>
      <translation>{signer}（执法证号{number}，{organisation}）签名，签名电脑时间{time}。</translation>
    </message>
    <message>
      <source>Signed by {signer} at {time} by the signing computer's clock.</source>
      <translation>{signer}签名，签名电脑时间{time}。</translation>
    </message>
    <message>
      <source>Signing certificates are in order.</source>
      <translation>签名证书有效。</translation>
    </message>
    <message>
      <source>Some work stands on this laptop alone. Make a safety copy.</source>
      <translation>部分内容仅存于本机，请制作安全副本。</translation>
    </message>
    <message>
      <source>Something changed since this document was approved. Have it approved again.</source>
      <translation>审批后内容有变动。请重新审批。</translation>
    </message>
    <message>
      <source>Something changed since this notice was approved. Have it approved again.</source>
      <translation>通知书批准后内容有变，请重新提请批准。</translation>
    </message>
    <message>
      <source>Something changed since this notice was laid out, so its paper is no longer true. Withdraw it and draft it anew.</source>
      <translation>通知书排版后内容有变，原版面已不符，请撤回后重新起草。</translation>
    </message>
    <message>
      <source>Something of this inspection is on this laptop alone. Hand it over and take the receipt in first; nothing was removed.</source>
      <translation>此检查有内容仅存于本机。请先移交并收到回执；未清除任何内容。</translation>
    </message>
    <message>
      <source>Something other than a signature was added after signing. Do not rely on it; ask for the original.</source>
      <translation>签名之后添加了签名以外的内容。请勿采信，索要原件。</translation>
    </message>
    <message>
      <source>Something other than a time stamp was added after the last signature. Do not rely on it; ask for the original.</source>
      <translation>最后一个签名之后添加了时间戳以外的内容，不可采信，请索取原件。</translation>
    </message>
    <message>
      <source>Statement of the party</source>
      <translation>当事人陈述</translation>
    </message>
    <message>
      <source>Stays on the same days</source>
      <translation>住院日期重叠</translation>
    </message>
    <message>
      <source>Strokes drawn by hand, sealed by {signer} at {time} by that computer's clock. It says of them: {words}</source>
      <translation>手写笔迹，由{signer}于{time}（该电脑时钟）封存，说明为：{words}</translation>
    </message>
    <message>
      <source>Strokes drawn on a screen are no electronic signature in the sense of the law. Whose hand drew them is said by those who were there; that they stand unchanged on this document is proven.</source>
      <translation>屏幕手写笔迹不是法律规定的电子签名。由何人书写以在场人员的说明为准；可以证明的是笔迹在本文书上未被改动。</translation>
    </message>
    <message>
      <source>Suspicion {name}</source>
      <translation>疑点：{name}</translation>
    </message>
    <message>
      <source>Suspicions in {name}: {count}.</source>
      <translation>{name}中疑点{count}条。</translation>
    </message>
    <message>
      <source>Team lead known here: {names}</source>
      <translation>本机已登记组长：{names}</translation>
    </message>
    <message>
      <source>Telephone</source>
      <translation>联系电话</translation>
    </message>
    <message>
      <source>That laptop is not known here. Exchange cards first.</source>
      <translation>本机未登记该电脑。请先交换名片。</translation>
    </message>
    <message>
      <source>The answer is in the name of {name}, but the card of that laptop names {owner}. Exchange cards anew; nothing was changed.</source>
      <translation>答复以{name}名义作出，但该电脑名片为{owner}。请重新交换名片；本机未作任何改动。</translation>
    </message>
    <message>
      <source>The answer says that it was given before the draft was sent. The clock of one of the two laptops is wrong: set it and ask again. Nothing was changed.</source>
      <translation>答复时间早于请求发出时间，两台电脑中有一台时钟有误。请校准后重新请求；本机未作任何改动。</translation>
    </message>
    <message>
      <source>The answer's time lies in the future. The clock of one of the two laptops is wrong: set it and ask again. Nothing was changed.</source>
      <translation>答复时间晚于当前时间，两台电脑中有一台时钟有误。请校准后重新请求；本机未作任何改动。</translation>
    </message>
    <message>
      <source>The approval file cannot be written there. Check the stick and try again.</source>
      <translation>无法在该处写入审批文件。请检查U盘后重试。</translation>
    </message>
    <message>
      <source>The approver's passphrase was set by somebody who wrote this document. They change it first: Ctrl+L, unlock, then People &amp; keys. Nothing was confirmed.</source>
      <translation>批准人的口令由本文书起草人设置，须先自行更改：按Ctrl+L解锁，再到“人员与密钥”。尚未确认。</translation>
    </message>
    <message>
      <source>The authority's clock says {time}, far from this laptop's. One of them is wrong: set the clock and try again. The document is unchanged.</source>
      <translation>时间戳机构时间为{time}，与本机相差过大，其中之一有误。请校准时钟后再试；文书未改动。</translation>
    </message>
    <message>
      <source>The bureau has not confirmed the region's rules yet: {packs}</source>
      <translation>本局尚未确认地区规则：{packs}</translation>
    </message>
    <message>
      <source>The bureau's key was never set for this workspace.</source>
      <translation>此工作区从未设置医保局密钥。</translation>
    </message>
    <message>
      <source>The bureau's name</source>
      <translation>单位名称</translation>
    </message>
    <message>
      <source>The bureau's name ({id})</source>
      <translation>单位名称（{id}）</translation>
    </message>
    <message>
      <source>The bureau's wording file {name} cannot be used; look at: {where}. Correct it or take it away; nothing was changed.</source>
      <translation>医保局的文书用语文件{name}无法使用，请查看：{where}。请更正或移除，未作任何更改。</translation>
    </message>
    <message>
      <source>The bytes of evidence {number} are not in this file. Take over the package that holds them, or use a safety copy.</source>
      <translation>证据{number}的字节不在此文件中，请接收含有它的移交包，或使用安全副本。</translation>
    </message>
    <message>
      <source>The bytes of evidence {number} no longer match their hash: the file on this disk is damaged. Use a safety copy; nothing was changed.</source>
      <translation>证据{number}的字节与其哈希值不再一致：此磁盘上的文件已损坏。请使用安全副本，未作任何更改。</translation>
    </message>
    <message>
      <source>The call lies in the future. Correct its time.</source>
      <translation>通话时间晚于当前时间，请更正。</translation>
    </message>
    <message>
      <source>The camera {name} stopped: {reason}. Close other programs that use it, or connect it again. Photographs taken so far are saved.</source>
      <translation>相机{name}已停止：{reason}。请关闭占用它的其他程序或重新连接。已拍的照片均已保存。</translation>
    </message>
    <message>
      <source>The card cannot be written there. Check the stick and try again.</source>
      <translation>无法写入名片。请检查U盘后重试。</translation>
    </message>
    <message>
      <source>The card is intact: not one byte was changed after it was signed.</source>
      <translation>名片完好：签名后未有一个字节被改动。</translation>
    </message>
    <message>
      <source>The card of another laptop ({id})</source>
      <translation>另一台电脑的名片（{id}）</translation>
    </message>
    <message>
      <source>The categories know no {category}. Is {near} meant?</source>
      <translation>问题类别中没有 {category}。是否应为 {near}？</translation>
    </message>
    <message>
      <source>The categories know no {category}. Look it up in the pack.</source>
      <translation>问题类别中没有 {category}。请在类别包中查找。</translation>
    </message>
    <message>
      <source>The certificate number {number} is {name}'s here. Nothing was changed; compare it with the certificate, or correct the entry of {name}.</source>
      <translation>执法证号{number}在本机已属于{name}。未作任何更改；请与证件核对，或更正{name}的登记。</translation>
    </message>
    <message>
      <source>The certificate of the time stamp was not valid at its time. Do not rely on this document.</source>
      <translation>时间戳证书在当时无效，本文书不可采信。</translation>
    </message>
    <message>
      <source>The certificate of {name} ends on {day}. Renew it before it is needed.</source>
      <translation>{name}的证书将于{day}到期，请提前更换。</translation>
    </message>
    <message>
      <source>The certificate of {name} is not valid today. Nothing was signed; renew or import a certificate.</source>
      <translation>{name}的证书今日无效。未作任何签名，请更新或导入证书。</translation>
    </message>
    <message>
      <source>The certificate of {name} is on the token “{label}”. Nothing was signed; plug it in and enter its PIN.</source>
      <translation>{name}的证书在数字证书介质“{label}”中。尚未签名；请插入介质并输入PIN码。</translation>
    </message>
    <message>
      <source>The certificate of {signer} was not valid at the time of signing. Do not rely on this signature.</source>
      <translation>{signer}的证书在签名时无效。请勿采信此签名。</translation>
    </message>
    <message>
      <source>The check character of the identity number does not fit. Compare it with the card.</source>
      <translation>身份证号的校验码不符，请与证件核对。</translation>
    </message>
    <message>
      <source>The check character of the unified social credit code does not fit. Compare it with the licence.</source>
      <translation>统一社会信用代码的校验码不符，请与执照核对。</translation>
    </message>
    <message>
      <source>The checklist asks that its submissions are encrypted with a key of its own, which this program does not do. Nothing was written. Export it as a workbook or PDF.</source>
      <translation>该清单要求提交内容用其自带的密钥加密，本程序不支持，未写出任何文件。请改为导出工作簿或PDF。</translation>
    </message>
    <message>
      <source>The checklist has no form_id. Without one it takes the file's name.</source>
      <translation>清单没有 form_id，将以文件名代替。</translation>
    </message>
    <message>
      <source>The checklist has no place {place}. Its form may have changed; nothing was lost.</source>
      <translation>清单中没有{place}这一位置，表单可能已改变，没有丢失任何内容。</translation>
    </message>
    <message>
      <source>The checklist has no question that anybody could answer. Write a row for each.</source>
      <translation>检查表中没有可以作答的题目。请为每道题写一行。</translation>
    </message>
    <message>
      <source>The checklist has no version. Without one nobody can tell two tables apart.</source>
      <translation>清单没有 version，无法区分前后两版。</translation>
    </message>
    <message>
      <source>The checklist reads the file {name}, which was not given. Put it beside the checklist and import both again.</source>
      <translation>本清单要读取文件{name}，但未提供。请把它放在清单旁边，再一并导入。</translation>
    </message>
    <message>
      <source>The checklist reads {source}, which this program does not support. Put the choices into the table or into a .csv file beside it.</source>
      <translation>本清单要读取{source}，程序不支持。请把选项写入表格，或放入旁边的.csv文件。</translation>
    </message>
    <message>
      <source>The checklist uses {feature} at {place}, which this program does not support yet. Replace the question or leave it out.</source>
      <translation>清单在{place}使用了{feature}，本程序尚不支持。请替换或去掉该题。</translation>
    </message>
    <message>
      <source>The checklist {name} cannot be read: {fault} Correct the table and import it again.</source>
      <translation>清单{name}无法读取：{fault}请更正表格后重新导入。</translation>
    </message>
    <message>
      <source>The choice has no name to be stored.</source>
      <translation>这个选项没有用于保存的名称。</translation>
    </message>
    <message>
      <source>The choice has no name. Write what is stored when it is chosen.</source>
      <translation>该选项没有名称（name）。请填写选中后保存的值。</translation>
    </message>
    <message>
      <source>The choice has no text. Its name is shown.</source>
      <translation>这个选项没有文字，显示的是名称。</translation>
    </message>
    <message>
      <source>The choice is no longer offered.</source>
      <translation>该选项不再提供。</translation>
    </message>
    <message>
      <source>The choice {name} of the list {list} has a blank in its name. Where several may be chosen, names have none.</source>
      <translation>列表{list}的选项{name}名称中有空格。多选题的选项名称不能有空格。</translation>
    </message>
    <message>
      <source>The choices of tick_labelset must be numbers that stand on the scale; without ticks only its first and its last.</source>
      <translation>tick_labelset的选项必须是刻度上的数字；不显示刻度时只能是首尾两个。</translation>
    </message>
    <message>
      <source>The clean table of a ledger is damaged. The hospital's file is still there as evidence: read it again.</source>
      <translation>台账的整理结果已损坏。医院的原始文件仍作为证据保存，请重新读取。</translation>
    </message>
    <message>
      <source>The clock stands before the last entry of {time}. Set it by a telephone before you go.</source>
      <translation>电脑时钟早于最后一次录入（{time}）。出发前请按手机时间校准。</translation>
    </message>
    <message>
      <source>The code does not fit this card. Have it read out from the other laptop's own window; if it still differs, do not trust the file.</source>
      <translation>识别码与此名片不符。请对方从其电脑窗口读出；如仍不符，请勿信任此文件。</translation>
    </message>
    <message>
      <source>The column {column} is missing.</source>
      <translation>缺少“{column}”列。</translation>
    </message>
    <message>
      <source>The column {column} needs a namespace: write {namespace} in the column namespaces.</source>
      <translation>“{column}”列需要命名空间：请在 namespaces 列写入 {namespace}。</translation>
    </message>
    <message>
      <source>The columns do not suffice to read these files. Choose what is missing first.</source>
      <translation>列信息不足，无法读取这些文件。请先补选缺少的列。</translation>
    </message>
    <message>
      <source>The columns {other} and {header} mean the same. Delete one of them.</source>
      <translation>列{other}与列{header}含义相同，请删去一列。</translation>
    </message>
    <message>
      <source>The compiled checklist is no readable form. Import the checklist again.</source>
      <translation>编译后的清单不是可读的表单，请重新导入清单。</translation>
    </message>
    <message>
      <source>The compiler says: {words}</source>
      <translation>编译工具提示（英文原文）：{words}</translation>
    </message>
    <message>
      <source>The content was changed after the time stamp. Do not rely on it; ask for the original.</source>
      <translation>加盖时间戳之后内容被改动，不可采信，请索取原件。</translation>
    </message>
    <message>
      <source>The content was changed after {signer} signed. Do not rely on it; ask for the original.</source>
      <translation>{signer}签名后内容被改动。请勿采信，索要原件。</translation>
    </message>
    <message>
      <source>The copy does not hold the workspace: people and numbers are missing.</source>
      <translation>副本中缺少工作区：没有人员和文号。</translation>
    </message>
    <message>
      <source>The copy needs {needed} MB and the stick has {free} MB left. The former copy on it is as it was; make room or use another stick.</source>
      <translation>本次副本需要 {needed} MB，优盘只剩 {free} MB。盘上原有副本未受影响；请腾出空间或换一个优盘。</translation>
    </message>
    <message>
      <source>The data period ends before it begins. Correct one of the two dates.</source>
      <translation>数据截止日期早于起始日期，请更正其中一个。</translation>
    </message>
    <message>
      <source>The date is empty.</source>
      <translation>日期为空。</translation>
    </message>
    <message>
      <source>The date of birth in the identity number does not exist.</source>
      <translation>身份证号中的出生日期不存在。</translation>
    </message>
    <message>
      <source>The deadline in this notice is over already. Have a notice with a later one approved.</source>
      <translation>通知书中的时限已过，请改定时限后重新审批。</translation>
    </message>
    <message>
      <source>The deadline lies before the registration. Enter a later day.</source>
      <translation>处理期限早于登记时间，请填写之后的日期。</translation>
    </message>
    <message>
      <source>The deadline lies between the registration and {date}. Enter such a day.</source>
      <translation>处理期限应在登记之日至{date}之间，请重新填写。</translation>
    </message>
    <message>
      <source>The deduction is larger than the fund's share. Correct one of the two amounts.</source>
      <translation>核减金额大于基金支付金额，请更正其中一项。</translation>
    </message>
    <message>
      <source>The desk is locked. Unlock it with your passphrase first.</source>
      <translation>工作台已锁定，请先用口令解锁。</translation>
    </message>
    <message>
      <source>The desk was locked while the inspection was put back. Nothing was changed; put it back again.</source>
      <translation>恢复期间工作台被锁定，未作任何改动；请重新恢复。</translation>
    </message>
    <message>
      <source>The desk was locked while the inspection was salvaged. Nothing was changed; salvage it again.</source>
      <translation>抢救数据期间工作台被锁定，未作任何改动；请重新抢救。</translation>
    </message>
    <message>
      <source>The disk is full. Everything confirmed as saved is safe; this last entry was not saved. Free some space and try again.</source>
      <translation>磁盘已满。凡确认已保存的内容都是安全的，最后这一条未保存。请腾出空间后再试。</translation>
    </message>
    <message>
      <source>The document cannot be approved yet, one point is open: {first}</source>
      <translation>文书尚不能审批，还有1项未完成：{first}</translation>
    </message>
    <message>
      <source>The document cannot be approved yet: {count} points are open. The first: {first}</source>
      <translation>文书尚不能审批：还有{count}项未完成。第一项：{first}</translation>
    </message>
    <message>
      <source>The document changed while the authority was asked. Add the time stamp again.</source>
      <translation>申请期间文书有变化，请重新加盖时间戳。</translation>
    </message>
    <message>
      <source>The document contains a program or is encrypted. Do not rely on it.</source>
      <translation>文书含有程序或已加密。请勿采信。</translation>
    </message>
    <message>
      <source>The document hides a signature from its readers. Do not rely on it.</source>
      <translation>文书对阅读者隐藏了一个签名。请勿采信。</translation>
    </message>
    <message>
      <source>The document is built in a way that cannot be checked. Do not rely on it.</source>
      <translation>文书的构造方式无法核验。请勿采信。</translation>
    </message>
    <message>
      <source>The document is intact: not one byte was changed after the last signature.</source>
      <translation>文书完好：最后一次签名之后没有改动过一个字节。</translation>
    </message>
    <message>
      <source>The document says of its approval: {words}</source>
      <translation>文书载明的批准情况：{words}</translation>
    </message>
    <message>
      <source>The document was changed after it was signed, or its signatures are not written in the one form that is accepted. Do not rely on it; ask for the original.</source>
      <translation>文书在签名后被改动，或其签名的写法不是本程序认可的唯一形式。请勿采信，索要原件。</translation>
    </message>
    <message>
      <source>The document was changed after this call, so the call was not about this text. Read it to the approver again and enter that call.</source>
      <translation>该通话之后文书有改动，通话所指不是现在的文本。请重新向批准人宣读，并登记新的通话。</translation>
    </message>
    <message>
      <source>The draft was changed after {name} was asked, so what they approved is no longer this text. Ask again; nothing was changed.</source>
      <translation>请{name}审批之后草稿有改动，批准的已不是现在的文本。请重新请求；本机未作任何改动。</translation>
    </message>
    <message>
      <source>The entries here ask for nothing that can be pasted.</source>
      <translation>此处的条目没有可粘贴的内容。</translation>
    </message>
    <message>
      <source>The expression {expression} calls {name} with a wrong number of values: {given} instead of {takes}. Correct the call.</source>
      <translation>表达式 {expression} 调用 {name} 时参数个数不对：给了 {given} 个，应为 {takes}。请改正调用。</translation>
    </message>
    <message>
      <source>The expression {expression} cannot be read from {found} at character {place} on. Correct it there.</source>
      <translation>表达式{expression}从第{place}个字符的{found}起无法读取，请在该处更正。</translation>
    </message>
    <message>
      <source>The expression {expression} ends too early. Complete it.</source>
      <translation>表达式{expression}过早结束，请补全。</translation>
    </message>
    <message>
      <source>The expression {expression} ends where {wanted} is missing. Add it.</source>
      <translation>表达式{expression}在应有{wanted}之处结束，请补上。</translation>
    </message>
    <message>
      <source>The expression {expression} has the sign {sign} at character {place}, where it means nothing. Remove or correct it.</source>
      <translation>表达式{expression}第{place}个字符处的符号{sign}没有意义，请删除或更正。</translation>
    </message>
    <message>
      <source>The expression {expression} is nested too deeply. Split it into calculations.</source>
      <translation>表达式{expression}嵌套过深，请拆分为多个计算。</translation>
    </message>
    <message>
      <source>The expression {expression} opens a quotation at character {place} and never closes it. Add the closing quotation mark.</source>
      <translation>表达式{expression}第{place}个字符处的引号没有闭合，请补上引号。</translation>
    </message>
    <message>
      <source>The expression {expression} takes a value for a place in the form. Write a path where a path is needed.</source>
      <translation>表达式{expression}把值当作表单位置使用，需要路径之处请写路径。</translation>
    </message>
    <message>
      <source>The expression {expression} uses the function {name}, which this program does not know. Check the spelling or write it another way.</source>
      <translation>表达式{expression}使用了本程序不认识的函数{name}，请检查拼写或换一种写法。</translation>
    </message>
    <message>
      <source>The expression {expression} uses the variable {name}. Forms have no variables; write ${{question}} for the answer to a question.</source>
      <translation>表达式{expression}使用了变量{name}。表单没有变量，引用某题的答案请写${{question}}。</translation>
    </message>
    <message>
      <source>The file is damaged or is no table.</source>
      <translation>文件已损坏或不是表格。</translation>
    </message>
    <message>
      <source>The file of this inspection is not there. Look for it among the safety copies.</source>
      <translation>此次检查的文件不存在，请在备份中查找。</translation>
    </message>
    <message>
      <source>The file {file} must end with .csv or .xml.</source>
      <translation>文件{file}的扩展名须为.csv或.xml。</translation>
    </message>
    <message>
      <source>The file {hash} that the history names is gone. Take it from a safety copy.</source>
      <translation>历史中记载的文件{hash}已不存在，请从备份中取回。</translation>
    </message>
    <message>
      <source>The file {name} can no longer be read. Connect its medium again.</source>
      <translation>文件{name}无法再读取，请重新连接其介质。</translation>
    </message>
    <message>
      <source>The file {name} cannot be opened with this key, or it is damaged. It was left as it is.</source>
      <translation>文件{name}无法用此密钥打开，或已损坏。已保持原样。</translation>
    </message>
    <message>
      <source>The file {name} cannot be read ({fault}). Ask for it again.</source>
      <translation>文件{name}无法读取（{fault}）。请重新索取。</translation>
    </message>
    <message>
      <source>The file {name} cannot be read any more. Nothing was taken; check its drive and try again.</source>
      <translation>文件{name}已无法读取，未收入任何内容。请检查所在磁盘后重试。</translation>
    </message>
    <message>
      <source>The file {name} cannot be read or written. Check that the disk is connected and writable.</source>
      <translation>文件{name}无法读写，请检查磁盘是否已连接并可写。</translation>
    </message>
    <message>
      <source>The file {name} cannot be read. Check its name and try again.</source>
      <translation>文件{name}无法读取，请检查文件名后再试。</translation>
    </message>
    <message>
      <source>The file {name} cannot be read. Check that the stick or camera is still connected and try again; nothing was stored.</source>
      <translation>文件{name}无法读取。请检查U盘或相机是否仍连接后再试，未存入任何内容。</translation>
    </message>
    <message>
      <source>The file {name} cannot be read: {reason}. Nothing was changed; check the file and its medium and try again.</source>
      <translation>无法读取文件 {name}：{reason}。未作任何更改；请检查该文件及其存储介质后重试。</translation>
    </message>
    <message>
      <source>The file {name} cannot be taken in.</source>
      <translation>文件{name}无法存入。</translation>
    </message>
    <message>
      <source>The file {name} cannot be written. Choose another place.</source>
      <translation>文件{name}无法写入，请换一个位置。</translation>
    </message>
    <message>
      <source>The file {name} changed while it was being read. Wait until it is copied completely and take it in again; nothing was stored.</source>
      <translation>文件{name}在读取过程中发生变化。请等复制完成后重新接收，未存入任何内容。</translation>
    </message>
    <message>
      <source>The file {name} could not be read: {reason}. Nothing was changed. Close it in other programs and check that its drive is still there.</source>
      <translation>无法读取文件 {name}：{reason}。未作任何更改。请在其他程序中关闭它，并检查所在磁盘是否仍然连接。</translation>
    </message>
    <message>
      <source>The file {name} has changed since it was looked at. Nothing was taken; open it again.</source>
      <translation>文件{name}在查看之后发生了变化。未采用任何内容，请重新打开。</translation>
    </message>
    <message>
      <source>The file {name} has no sheet called {sheet}.</source>
      <translation>文件{name}中没有名为{sheet}的工作表。</translation>
    </message>
    <message>
      <source>The file {name} has the column {column}. Column names must differ, begin with a letter and contain no blanks. Rename it and import again.</source>
      <translation>文件{name}中有列名{column}。列名不得重复，须以字母或汉字开头，不得含空格。请改名后重新导入。</translation>
    </message>
    <message>
      <source>The file {name} holds a cell that is too long for a table; it is damaged or no table. Nothing was changed. Ask for the export again.</source>
      <translation>文件 {name} 中有超长的单元格，文件已损坏或不是表格。未作任何更改。请重新索取导出文件。</translation>
    </message>
    <message>
      <source>The file {name} is a list of deletions (3507), not a ledger. Nothing was changed. Ask for the stock, purchase or sales export itself.</source>
      <translation>文件 {name} 是进销存数据删除清单（3507），不是台账。未作任何更改。请索取库存、采购或销售数据本身。</translation>
    </message>
    <message>
      <source>The file {name} is a program, not a picture, whatever its name says. Nothing was stored; do not open it, and ask where it came from.</source>
      <translation>文件{name}是程序，并非图片。未存入任何内容；请勿打开，并问明来源。</translation>
    </message>
    <message>
      <source>The file {name} is a web page that was given the ending of a table. Nothing was changed. Open it in a spreadsheet program and save it as xlsx, or ask for xlsx or csv.</source>
      <translation>文件{name}其实是改成表格扩展名的网页。未作任何更改。请在表格软件中打开并另存为xlsx，或索要xlsx或csv。</translation>
    </message>
    <message>
      <source>The file {name} is cut off before its end. Copy it again from its source; nothing was stored.</source>
      <translation>文件{name}不完整，末尾被截断。请从来源重新复制，未存入任何内容。</translation>
    </message>
    <message>
      <source>The file {name} is damaged or was cut off while it was copied. Nothing was changed. Copy it again, or ask for a new export.</source>
      <translation>文件{name}已损坏或在复制时被截断。未作任何更改。请重新复制或索要新的导出。</translation>
    </message>
    <message>
      <source>The file {name} is damaged. It was left as it is; use a safety copy or salvage it.</source>
      <translation>文件{name}已损坏，已保持原样。请使用安全副本或进行抢救。</translation>
    </message>
    <message>
      <source>The file {name} is empty. Nothing was changed. Ask for the export again.</source>
      <translation>文件{name}是空的。未作任何更改，请重新索要导出。</translation>
    </message>
    <message>
      <source>The file {name} is empty; what it held is gone. Use a safety copy.</source>
      <translation>文件{name}是空的，原有内容已不在；请使用备份。</translation>
    </message>
    <message>
      <source>The file {name} is in use by another window. Close the other window and try again.</source>
      <translation>文件{name}正被另一个窗口使用。请关闭该窗口后再试。</translation>
    </message>
    <message>
      <source>The file {name} is larger than {limit}, which is the most that such a file may have. Nothing was changed; choose the right file.</source>
      <translation>文件 {name} 超过此类文件的上限 {limit}。未作任何更改；请选择正确的文件。</translation>
    </message>
    <message>
      <source>The file {name} is no certificate.</source>
      <translation>文件{name}不是证书。</translation>
    </message>
    <message>
      <source>The file {name} is no longer there. Nothing was stored.</source>
      <translation>文件{name}已不存在，未存入任何内容。</translation>
    </message>
    <message>
      <source>The file {name} is no mapping of columns that this program understands ({what}). Nothing was changed. Save the mapping again from the mapping page, or correct it.</source>
      <translation>文件 {name} 不是本程序能识别的列对应关系（{what}）。未作任何更改。请在列对应页面重新保存，或更正该文件。</translation>
    </message>
    <message>
      <source>The file {name} is no picture that can be taken in: inside it is {kind}. Photographs may be JPEG, PNG, HEIC or TIFF, documents PDF. Nothing was stored.</source>
      <translation>文件{name}不是可接收的图片，其内容是{kind}。照片可为JPEG、PNG、HEIC或TIFF，文件可为PDF。未存入任何内容。</translation>
    </message>
    <message>
      <source>The file {name} is no readable checklist ({fault}). Ask for it again.</source>
      <translation>文件{name}不是可读的清单（{fault}），请重新索要。</translation>
    </message>
    <message>
      <source>The file {name} is no table that this program reads, whatever its ending says. Nothing was changed. Ask for xlsx, xls or csv.</source>
      <translation>文件{name}不是本程序能读的表格，无论扩展名是什么。未作任何更改。请索要xlsx、xls或csv。</translation>
    </message>
    <message>
      <source>The file {name} is not a picture and not a PDF, whatever its name says. Nothing was stored.</source>
      <translation>文件{name}既不是图片也不是PDF，无论名称是什么。未存入任何内容。</translation>
    </message>
    <message>
      <source>The file {name} is not there. Check its name and try again.</source>
      <translation>找不到文件{name}，请核对文件名后重试。</translation>
    </message>
    <message>
      <source>The file {name} is protected by a password. Nothing was changed. Ask for an export without a password, or have it saved again without one.</source>
      <translation>文件{name}设有密码。未作任何更改。请索要不带密码的导出，或请对方去除密码后重新保存。</translation>
    </message>
    <message>
      <source>The file {name} is {size} MB. Files above {limit} MB are registered by their hash and stay where they are. Nothing was stored.</source>
      <translation>文件{name}为{size} MB。超过{limit} MB的文件只登记哈希值并留在原处，未存入任何内容。</translation>
    </message>
    <message>
      <source>The file {name} shows no picture that can be read. Take another.</source>
      <translation>文件{name}不是可读取的图片，请另拍一张。</translation>
    </message>
    <message>
      <source>The file {name} was changed while it was read. Nothing was kept. Wait until the other program has finished with it, or copy it, and read it again.</source>
      <translation>文件 {name} 在读取过程中被改动。未保留任何内容。请等其他程序处理完毕，或先复制一份，再重新读取。</translation>
    </message>
    <message>
      <source>The file {name} was written by a newer version of the program. Update the program to open it; the file was not changed.</source>
      <translation>文件{name}由更新版本的程序写成。请更新程序后打开，文件未被更改。</translation>
    </message>
    <message>
      <source>The file {name} would unpack to far more than a table needs and was not opened. Nothing was changed. Ask for the export again, as CSV or with fewer columns.</source>
      <translation>文件{name}解压后将远超一张表格所需，未予打开。未作任何更改。请重新索要导出，可用CSV或减少列数。</translation>
    </message>
    <message>
      <source>The files {first} and {second} are the same. Nothing was computed; give only one.</source>
      <translation>文件 {first} 与 {second} 内容相同，未作任何计算；请只给出其中一份。</translation>
    </message>
    <message>
      <source>The finding {item} cites the clause {clause}, which {pack} does not hold. Choose another clause, or put back the pack it came from.</source>
      <translation>问题{item}引用了条款{clause}，而{pack}中没有该条款。请另选条款，或放回原来的规则包。</translation>
    </message>
    <message>
      <source>The first signature does not say what may be added after it. Do not rely on this document.</source>
      <translation>首个签名未说明其后允许添加什么。请勿采信此文书。</translation>
    </message>
    <message>
      <source>The form has no list of choices called {name}. Check the name.</source>
      <translation>表单中没有名为{name}的选项列表，请检查名称。</translation>
    </message>
    <message>
      <source>The form has no questions. Compile it again from its table.</source>
      <translation>表单中没有题目，请从表格重新编译。</translation>
    </message>
    <message>
      <source>The form has no repeat at {place}.</source>
      <translation>表单在{place}处没有重复组。</translation>
    </message>
    <message>
      <source>The form has no {part}. Compile it again from its table.</source>
      <translation>表单缺少{part}，请从表格重新编译。</translation>
    </message>
    <message>
      <source>The form itself decides how many entries there are. Answer them one by one.</source>
      <translation>条目数由清单自动确定，不能粘贴。请逐条填写。</translation>
    </message>
    <message>
      <source>The form itself is called {value}; a repeat cannot be. Rename it.</source>
      <translation>{value}是整张表单的名称，重复组不能再用，请改名。</translation>
    </message>
    <message>
      <source>The form nests its questions deeper than {levels} levels. Flatten it.</source>
      <translation>清单的嵌套超过{levels}层。请减少层级。</translation>
    </message>
    <message>
      <source>The form takes no answer at {place}. Open the checklist again.</source>
      <translation>表单在{place}处不接受答案，请重新打开清单。</translation>
    </message>
    <message>
      <source>The fund's share is larger than the total. Correct one of the two amounts.</source>
      <translation>基金支付金额大于总金额，请更正其中一项。</translation>
    </message>
    <message>
      <source>The header “{header}” contains a usual name.</source>
      <translation>表头“{header}”中含有常用名称。</translation>
    </message>
    <message>
      <source>The header “{header}” is a usual name.</source>
      <translation>表头“{header}”是常用名称。</translation>
    </message>
    <message>
      <source>The history does not contain the point {code} that was printed. It was cut off or rewritten; compare with another copy.</source>
      <translation>记录中没有所印的节点{code}，记录曾被截断或改写，请与另一副本比对。</translation>
    </message>
    <message>
      <source>The history is intact: {lines}, {files}.</source>
      <translation>记录完好：{lines}，{files}。</translation>
    </message>
    <message>
      <source>The history no longer fits the point that laptop {device} signed at line {number}.</source>
      <translation>记录与电脑{device}在第{number}行签名的节点不再相符。</translation>
    </message>
    <message>
      <source>The holiday calendar has no schedule for {year}, so no date was worked out. Add that year to the holidays pack, or enter the deadline as a date.</source>
      <translation>节假日表中没有{year}年的安排，因此未推算日期。请在节假日包中补充该年份，或直接填写期限日期。</translation>
    </message>
    <message>
      <source>The holidays of {year} are not known: deadlines in working days that reach into it cannot be worked out. Bring a newer pack in.</source>
      <translation>缺少{year}年节假日安排，跨入该年的工作日期限无法计算。请导入新的节假日包。</translation>
    </message>
    <message>
      <source>The identity number must be 17 digits and a digit or X.</source>
      <translation>身份证号须为17位数字加一位数字或X。</translation>
    </message>
    <message>
      <source>The inspection itself ({id})</source>
      <translation>检查本身（{id}）</translation>
    </message>
    <message>
      <source>The inspection: institution, team and purpose</source>
      <translation>检查本身：机构、检查组、事由</translation>
    </message>
    <message>
      <source>The inspectors sign before the bureau. Still to sign: {names}.</source>
      <translation>执法人员先于医保局签名，尚待签名：{names}。</translation>
    </message>
    <message>
      <source>The institution's code must be H or P followed by 11 digits.</source>
      <translation>机构编码须为H或P加11位数字。</translation>
    </message>
    <message>
      <source>The institution's codes are incomplete.</source>
      <translation>机构编码不完整。</translation>
    </message>
    <message>
      <source>The interview does not say that rights were told. Write down what was answered.</source>
      <translation>笔录未载明已告知权利义务。请记录被询问人的答复。</translation>
    </message>
    <message>
      <source>The kept file {hash} was changed. Take it from a safety copy.</source>
      <translation>留存文件{hash}被改动，请从安全副本取用。</translation>
    </message>
    <message>
      <source>The kept original {hash} is damaged and is not shown. Take it from a safety copy.</source>
      <translation>保存的原件{hash}已损坏，不予显示，请从备份中取回。</translation>
    </message>
    <message>
      <source>The key file keys.json is missing beside the data. The data is untouched; put keys.json back from a safety copy before you go on.</source>
      <translation>数据旁缺少密钥文件keys.json。数据未受影响，请先从安全副本放回keys.json再继续。</translation>
    </message>
    <message>
      <source>The key file {name} is damaged. The inspections themselves are safe; put back a safety copy of {name}.</source>
      <translation>密钥文件{name}已损坏。检查数据本身是安全的，请放回{name}的安全副本。</translation>
    </message>
    <message>
      <source>The key file {name} is missing. Put back a safety copy of {name}.</source>
      <translation>缺少密钥文件{name}，请放回{name}的安全副本。</translation>
    </message>
    <message>
      <source>The key file {name} was changed by something other than this program. The inspections themselves are safe; put back a safety copy of {name}.</source>
      <translation>密钥文件{name}被本程序以外的程序改动。检查数据本身是安全的，请放回{name}的安全副本。</translation>
    </message>
    <message>
      <source>The key file {name} was written by a newer version of this program. Nothing was changed; install the newer version.</source>
      <translation>密钥文件{name}由更新版本的程序写成。未作任何更改，请安装新版本。</translation>
    </message>
    <message>
      <source>The key of this certificate is too short: whoever wants to can forge its signatures. Nothing was changed; ask the issuer for RSA with 2048 bits or more, or ECDSA.</source>
      <translation>该证书的密钥过短，其签名可被伪造。未作任何更改；请向签发机构申领2048位以上的RSA证书或ECDSA证书。</translation>
    </message>
    <message>
      <source>The laptop's clock was not compared with a reference.</source>
      <translation>尚未将电脑时钟与参考时间比对。</translation>
    </message>
    <message>
      <source>The law on this laptop does not hold the clause {clause}. Search for it again.</source>
      <translation>本机法规包中没有条款 {clause}，请重新查找。</translation>
    </message>
    <message>
      <source>The law pack knows no clause {clause}. Is {near} meant?</source>
      <translation>法规包中没有条款 {clause}。是否应为 {near}？</translation>
    </message>
    <message>
      <source>The law pack knows no clause {clause}. Look it up in the pack.</source>
      <translation>法规包中没有条款 {clause}。请在法规包中查找。</translation>
    </message>
    <message>
      <source>The list has no choice called {choice}.</source>
      <translation>选项列表中没有名为 {choice} 的选项。</translation>
    </message>
    <message>
      <source>The list of this safety copy is damaged or was changed. Use another safety copy.</source>
      <translation>该安全副本的目录已损坏或被改动。请改用另一份安全副本。</translation>
    </message>
    <message>
      <source>The list {list} has no choice called {choice}.</source>
      <translation>选项列表 {list} 中没有 {choice}。</translation>
    </message>
    <message>
      <source>The list {list} has no column {column}, so nothing is ever found by it.</source>
      <translation>选项列表 {list} 没有 {column} 列，按它筛选不会有任何选项。</translation>
    </message>
    <message>
      <source>The list {list} has this choice twice.</source>
      <translation>选项列表 {list} 中这个选项出现了两次。</translation>
    </message>
    <message>
      <source>The lost laptop may have used further numbers. One number block ends here at the last known one; ask the bureau's register and enter the rest under Settings.</source>
      <translation>遗失的电脑可能又用过后面的文号。有 1 个号段已截止到最后一个已知文号；请核对局里的文号登记，再在“设置”中录入剩余号段。</translation>
    </message>
    <message>
      <source>The lost laptop may have used further numbers. {count} number blocks end here at the last known one; ask the bureau's register and enter the rest under Settings.</source>
      <translation>遗失的电脑可能又用过后面的文号。{count} 个号段已截止到最后一个已知文号；请核对局里的文号登记，再在“设置”中录入剩余号段。</translation>
    </message>
    <message>
      <source>The mapping {name} could not be read ({reason}).</source>
      <translation>列映射文件 {name} 无法读取（{reason}）。</translation>
    </message>
    <message>
      <source>The name is missing. Expressions and answers need it.</source>
      <translation>缺少名称。表达式和答案都要用到它。</translation>
    </message>
    <message>
      <source>The name meta belongs to the form itself. Choose another.</source>
      <translation>名称meta由表单自身占用，请换一个。</translation>
    </message>
    <message>
      <source>The name of a list of choices is missing after {kind}.</source>
      <translation>{kind} 后面缺少选项列表的名称。</translation>
    </message>
    <message>
      <source>The name of the list is missing.</source>
      <translation>缺少选项列表的名称。</translation>
    </message>
    <message>
      <source>The newest entries of {name} stand in a log that is damaged.</source>
      <translation>{name} 的最新条目所在的日志已损坏。</translation>
    </message>
    <message>
      <source>The newest entries of {name} stand in a log that is damaged. Both were left as they are; salvage the file.</source>
      <translation>{name}最新的内容存放在已损坏的日志中。两者均保持原样，请抢救该文件。</translation>
    </message>
    <message>
      <source>The notice cannot be signed yet, one point is open since its approval: {first}</source>
      <translation>文书暂不能签名，批准之后出现1项待办：{first}</translation>
    </message>
    <message>
      <source>The notice cannot be signed yet: {count} points are open since its approval. The first: {first}</source>
      <translation>文书暂不能签名：批准之后出现{count}项待办。第一项：{first}</translation>
    </message>
    <message>
      <source>The notice did not pass its check after signing, so it was not issued. Withdraw it and draft it anew.</source>
      <translation>通知书签名后未通过核验，未签发。请撤回后重新起草。</translation>
    </message>
    <message>
      <source>The notice has no contact: enter the office and its telephone.</source>
      <translation>通知书没有联系方式，请填写科室及电话。</translation>
    </message>
    <message>
      <source>The notice's deadline is over already.</source>
      <translation>通知书的期限已过。</translation>
    </message>
    <message>
      <source>The numbers {first} to {last} overlap a block that is here already. Ask the bureau which numbers belong to this laptop.</source>
      <translation>号段{first}至{last}与已有号段重叠，请向医保局核实哪些号属于此电脑。</translation>
    </message>
    <message>
      <source>The opening stock was listed on {day}, and no ledger has rows between that day and the first day of the period.</source>
      <translation>期初库存的盘存日为 {day}，该日至期间首日之间各台账均无记录。</translation>
    </message>
    <message>
      <source>The pack {file} could not be read ({reason}). Check the file; the pack in force before stays in force.</source>
      <translation>规则包{file}无法读取（{reason}）。请检查文件，原有规则包继续有效。</translation>
    </message>
    <message>
      <source>The pack {file} was not taken: another {pack} with the same version but other content is in force. Give it a higher version.</source>
      <translation>规则包{file}未采用：已有版本相同而内容不同的{pack}生效。请提高版本号。</translation>
    </message>
    <message>
      <source>The pack {file} was not taken: it is far larger than a pack can be.</source>
      <translation>规则包{file}未采用：远超规则包可能的大小。</translation>
    </message>
    <message>
      <source>The pack {file} was not taken: it is not UTF-8 text. Save it as UTF-8.</source>
      <translation>规则包{file}未采用：不是UTF-8文本，请另存为UTF-8。</translation>
    </message>
    <message>
      <source>The pack {file} was not taken: it is not valid TOML ({reason}). Correct it; the pack in force before stays in force.</source>
      <translation>规则包{file}未采用：不是有效的TOML（{reason}）。请更正，原有规则包继续有效。</translation>
    </message>
    <message>
      <source>The pack {file} was not taken: nothing is known by the name {key} in {table}. Correct its spelling or remove it; the pack in force before stays in force.</source>
      <translation>规则包{file}未采用：{table}中的{key}不是已知名称。请更正拼写或删除，原有规则包继续有效。</translation>
    </message>
    <message>
      <source>The pack {file} was not taken: the value of {key} in {table} cannot be used. Write it in the form {form}; the pack in force before stays in force.</source>
      <translation>规则包{file}未采用：{table}中{key}的值无法使用，请写成{form}的形式，原有规则包继续有效。</translation>
    </message>
    <message>
      <source>The pack {file} was not taken: {key} in {table} says {value}, which does not fit the rest of the pack. Correct it; the pack in force before stays in force.</source>
      <translation>规则包{file}未采用：{table}中的{key}为{value}，与规则包其余内容不符。请更正，原有规则包继续有效。</translation>
    </message>
    <message>
      <source>The pack {file} was not taken: {key} is missing in {table}. Add it; the pack in force before stays in force.</source>
      <translation>规则包{file}未采用：{table}中缺少{key}。请补上，原有规则包继续有效。</translation>
    </message>
    <message>
      <source>The pack {file} was not taken: {pack} is already in force. Give the file a higher version than that.</source>
      <translation>规则包{file}未采用：{pack}已生效。请提高文件的版本号。</translation>
    </message>
    <message>
      <source>The pack {name} holds no rules of a region. Nothing was computed.</source>
      <translation>规则包 {name} 不含地区规则，未作任何计算。</translation>
    </message>
    <message>
      <source>The pack {pack} builds on {missing}, which is not on this laptop. Put its file into the workspace's packs folder.</source>
      <translation>规则包{pack}依赖{missing}，而此电脑上没有。请将其文件放入工作区的packs文件夹。</translation>
    </message>
    <message>
      <source>The pack {pack} is not on this laptop. Put its file into the workspace's packs folder.</source>
      <translation>此电脑上没有规则包{pack}，请将其文件放入工作区的packs文件夹。</translation>
    </message>
    <message>
      <source>The pack {pack} proposes the clause {clause} for {category}, which {law} does not hold. Choose the clause by hand, or correct one of the packs.</source>
      <translation>规则包{pack}为{category}建议条款{clause}，而{law}中没有该条款。请人工选择条款，或更正其中一个规则包。</translation>
    </message>
    <message>
      <source>The package cannot be written there. Nothing was handed over; check the medium and try again.</source>
      <translation>无法写入移交包，尚未移交。请检查介质后重试。</translation>
    </message>
    <message>
      <source>The package is complete and intact: 1 part, {size} bytes.</source>
      <translation>移交包完整、未被改动：1个部分，{size}字节。</translation>
    </message>
    <message>
      <source>The package is complete and intact: {count} parts, {size} bytes.</source>
      <translation>移交包完整、未被改动：{count}个部分，{size}字节。</translation>
    </message>
    <message>
      <source>The package is not whole: 1 of its parts ({total} in all) does not hold. Copy it again from where it was made.</source>
      <translation>移交包不完整：共{total}个部分，其中1个缺失或损坏。请从制作处重新复制。</translation>
    </message>
    <message>
      <source>The package is not whole: {count} of {total} parts do not hold. Copy it again from where it was made.</source>
      <translation>移交包不完整：共{total}个部分，其中{count}个缺失或损坏。请从制作处重新复制。</translation>
    </message>
    <message>
      <source>The package of {name} contradicts itself or the history that is held here. Nothing was taken; ask for a full package.</source>
      <translation>{name}的移交包自相矛盾，或与本机记录不一致。未接收任何内容，请索取完整移交包。</translation>
    </message>
    <message>
      <source>The packs and wording in the workspace's folder are too large to copy.</source>
      <translation>工作区文件夹中的规则包和文书用语过大，无法复制。</translation>
    </message>
    <message>
      <source>The paper is another one than lay before the person. Nothing was kept; show it again and sign then.</source>
      <translation>文书已不是签名人看到的那一份。未保存任何内容，请重新出示后再签名。</translation>
    </message>
    <message>
      <source>The parameter app names an Android package, such as org.example.camera.</source>
      <translation>参数app须填写Android包名，如org.example.camera。</translation>
    </message>
    <message>
      <source>The parameter seed needs randomize=true beside it.</source>
      <translation>使用参数seed时须同时写randomize=true。</translation>
    </message>
    <message>
      <source>The parameter {name} has a value that is not known.</source>
      <translation>参数{name}的值无法识别。</translation>
    </message>
    <message>
      <source>The parameter {name} is a number or a reference to a question.</source>
      <translation>参数{name}须为数字或对某题的引用。</translation>
    </message>
    <message>
      <source>The parameter {name} is larger than the whole scale from start to end.</source>
      <translation>参数{name}大于start至end的整个范围。</translation>
    </message>
    <message>
      <source>The parameter {name} is true or false.</source>
      <translation>参数{name}只能是true或false。</translation>
    </message>
    <message>
      <source>The parameter {name} must be a multiple of step.</source>
      <translation>参数{name}必须是step的整数倍。</translation>
    </message>
    <message>
      <source>The parameter {name} must be a number.</source>
      <translation>参数{name}必须是数字。</translation>
    </message>
    <message>
      <source>The parameter {name} must be a whole number.</source>
      <translation>参数{name}必须是整数。</translation>
    </message>
    <message>
      <source>The parameter {name} must lie between start and end.</source>
      <translation>参数{name}必须在start与end之间。</translation>
    </message>
    <message>
      <source>The parameter {name} must not be 0.</source>
      <translation>参数{name}不能为0。</translation>
    </message>
    <message>
      <source>The part {name} of this file is not built as the program builds it: somebody changed the file from outside. Compare with a safety copy.</source>
      <translation>该文件的 {name} 部分与本程序所建的结构不符：有人从程序外部改动过该文件。请与备份核对。</translation>
    </message>
    <message>
      <source>The passphrase does not open this certificate file. Nothing was changed; try again.</source>
      <translation>口令无法打开此证书文件。未作任何更改，请再试。</translation>
    </message>
    <message>
      <source>The pattern {pattern} cannot be read: {fault}. Correct it.</source>
      <translation>模式{pattern}无法读取：{fault}。请更正。</translation>
    </message>
    <message>
      <source>The pattern {pattern} takes too long on this answer, so the answer is not checked. Write it without a repetition inside a repetition.</source>
      <translation>对这一答案，匹配模式 {pattern} 用时过长，因此未作校验。请避免在重复之内再写重复。</translation>
    </message>
    <message>
      <source>The period ends on {last}, before it begins on {first}. Nothing was computed; give the days the other way round.</source>
      <translation>期间的截止日 {last} 早于起始日 {first}，未作任何计算；请把两个日期对调。</translation>
    </message>
    <message>
      <source>The period of the stock reconciliation</source>
      <translation>进销存核对期间</translation>
    </message>
    <message>
      <source>The picture {name} is animated. Take in a single picture, or register the file by its hash. Nothing was stored.</source>
      <translation>图片{name}是动画。请接收单张图片，或登记文件的哈希值。未存入任何内容。</translation>
    </message>
    <message>
      <source>The picture {name} is damaged and cannot be opened. Copy it again from the camera; everything else is as it was.</source>
      <translation>图片{name}已损坏，无法打开。请从相机重新复制，其他一切保持原样。</translation>
    </message>
    <message>
      <source>The picture {name} is damaged: a check sum inside does not hold. Copy it again from where it came; nothing was stored.</source>
      <translation>图片{name}已损坏：内部校验和不符。请从来源重新复制，未存入任何内容。</translation>
    </message>
    <message>
      <source>The picture {name} says it has {size} pixels, more than can be opened safely on this laptop. Ask for a smaller one, or register the file by its hash. Nothing was stored.</source>
      <translation>图片{name}称有{size}像素，超过此电脑可安全打开的大小。请索要较小的图片，或登记文件的哈希值。未存入任何内容。</translation>
    </message>
    <message>
      <source>The printer did not take the document. Check it and print again.</source>
      <translation>打印机未接受此文书，请检查后重新打印。</translation>
    </message>
    <message>
      <source>The program did not close properly last time. Everything confirmed as saved is here: one entry of {time}.</source>
      <translation>程序上次未正常关闭。凡确认已保存的内容都在：共1条，时间为{time}。</translation>
    </message>
    <message>
      <source>The program did not close properly last time. Everything confirmed as saved is here: {count} entries, the last one of {time}.</source>
      <translation>程序上次未正常关闭。凡确认已保存的内容都在：共{count}条，最后一条时间为{time}。</translation>
    </message>
    <message>
      <source>The program made a mistake and stops. Everything that was shown as saved is safe; send this file to your support: {file}</source>
      <translation>程序出错，即将停止。显示为已保存的内容均安全；请将此文件交给技术支持：{file}</translation>
    </message>
    <message>
      <source>The protection {name} in this file was changed: it may let entries be changed or deleted. Do not rely on it; compare with a safety copy.</source>
      <translation>该文件的防改保护 {name} 已被改动：其中的记录可能被改动或删除。请勿采信；请与备份核对。</translation>
    </message>
    <message>
      <source>The protection {name} was removed from this file: since then entries could be changed or deleted in it. Do not rely on it; compare with a safety copy.</source>
      <translation>该文件的防改保护 {name} 已被去除：此后其中的记录可能被改动或删除。请勿采信；请与备份核对。</translation>
    </message>
    <message>
      <source>The quantity is empty.</source>
      <translation>数量为空。</translation>
    </message>
    <message>
      <source>The question has no text. People would see its name only.</source>
      <translation>这个问题没有题目文字，填写人只能看到名称。</translation>
    </message>
    <message>
      <source>The question {name} has a big-image without an image.</source>
      <translation>题目{name}有big-image而没有image。</translation>
    </message>
    <message>
      <source>The question {name} has no text. Write a label.</source>
      <translation>题目{name}没有文字，请填写label。</translation>
    </message>
    <message>
      <source>The question {name} is never shown, so it triggers nothing.</source>
      <translation>题目{name}从不显示，不能作为触发题。</translation>
    </message>
    <message>
      <source>The question {place} has the severity {severity}. Write minor, major or critical.</source>
      <translation>题目{place}的严重程度为{severity}，请写minor、major或critical。</translation>
    </message>
    <message>
      <source>The questions of 1 checklist</source>
      <translation>1份检查表的题目</translation>
    </message>
    <message>
      <source>The questions of {count} checklists</source>
      <translation>{count}份检查表的题目</translation>
    </message>
    <message>
      <source>The receipt cannot be written there. The package is taken in; write the receipt to another place.</source>
      <translation>无法在该位置写入回执。移交包已接收，请将回执写到其他位置。</translation>
    </message>
    <message>
      <source>The receipt is intact: not one byte was changed after it was signed.</source>
      <translation>回执完好：签名后未有一个字节被改动。</translation>
    </message>
    <message>
      <source>The record is not closed before it says that certificates were shown and rights were told. Record both with the visit.</source>
      <translation>笔录须先载明已出示执法证件、已告知权利义务。请先在进场中记录这两项。</translation>
    </message>
    <message>
      <source>The record of the visit has no closing time.</source>
      <translation>现场检查笔录没有结束时间。</translation>
    </message>
    <message>
      <source>The remark is too long: at most {count} characters.</source>
      <translation>意见过长：不超过{count}字。</translation>
    </message>
    <message>
      <source>The repeat {place} has no questions. Compile the form again.</source>
      <translation>重复组{place}没有题目，请重新编译表单。</translation>
    </message>
    <message>
      <source>The result would be written over {name}, which is to be read. Nothing was computed; give the result another name.</source>
      <translation>结果会覆盖要读取的文件 {name}，未作任何计算；请给结果另取文件名。</translation>
    </message>
    <message>
      <source>The result {name} could not be written ({reason}). Check the folder and try again.</source>
      <translation>结果 {name} 无法写入（{reason}）。请检查文件夹后重试。</translation>
    </message>
    <message>
      <source>The row has more cells than the table has columns.</source>
      <translation>该行的单元格多于表格的列数，可能串列。</translation>
    </message>
    <message>
      <source>The row is cut off or its quotation marks do not match.</source>
      <translation>该行不完整，或引号不成对。</translation>
    </message>
    <message>
      <source>The row names no item: code and name are empty.</source>
      <translation>该行没有项目：编码和名称都为空。</translation>
    </message>
    <message>
      <source>The row names no person.</source>
      <translation>该行没有人员姓名或编号。</translation>
    </message>
    <message>
      <source>The rule {expression} of the question {place} depends on itself through other questions. Break the circle.</source>
      <translation>题目{place}的规则{expression}通过其他题目依赖自身，请打破循环。</translation>
    </message>
    <message>
      <source>The rules of the region {region} say nothing about the document {type}. Add it to the region's pack.</source>
      <translation>地区{region}的规则没有规定文书{type}，请在地区规则包中补充。</translation>
    </message>
    <message>
      <source>The safety copies in {name} are of another workspace.</source>
      <translation>{name} 中的安全副本属于另一个工作区。</translation>
    </message>
    <message>
      <source>The safety copy cannot be read any more. Put the stick back in and try again; nothing was changed.</source>
      <translation>安全副本已无法读取。请重新插入优盘再试；未作任何更改。</translation>
    </message>
    <message>
      <source>The safety copy holds no history of this file.</source>
      <translation>安全副本中没有该文件的记录。</translation>
    </message>
    <message>
      <source>The safety copy is complete and was read back: 1 inspection, {written} MB written, {total} MB in all.</source>
      <translation>安全副本已完成并经读回核对：1 次检查，本次写入 {written} MB，共 {total} MB。</translation>
    </message>
    <message>
      <source>The safety copy is complete and was read back: {count} inspections, {written} MB written, {total} MB in all.</source>
      <translation>安全副本已完成并经读回核对：{count} 次检查，本次写入 {written} MB，共 {total} MB。</translation>
    </message>
    <message>
      <source>The safety copy of {time} is complete and intact: 1 inspection, {size} MB.</source>
      <translation>{time}的安全副本完整无损：1 次检查，{size} MB。</translation>
    </message>
    <message>
      <source>The safety copy of {time} is complete and intact: {count} inspections, {size} MB.</source>
      <translation>{time}的安全副本完整无损：{count} 次检查，{size} MB。</translation>
    </message>
    <message>
      <source>The scale at {place} needs three numbers: start, end and step. Write them as parameters.</source>
      <translation>{place}处的刻度需要三个数：起点、终点和步长。请写在参数列中。</translation>
    </message>
    <message>
      <source>The section {section} is never asked.</source>
      <translation>{section}一节始终不询问。</translation>
    </message>
    <message>
      <source>The sheet {code} has no line {number}. Nothing of it was taken; check the number.</source>
      <translation>盘点表 {code} 没有第 {number} 行，未录入任何数字；请核对行号。</translation>
    </message>
    <message>
      <source>The sheet {sheet} has no names of columns in its first row.</source>
      <translation>工作表{sheet}首行没有列名。</translation>
    </message>
    <message>
      <source>The stick does not give back what was written to it. The former copy on it is as it was, and the data on this laptop is safe; use another stick.</source>
      <translation>优盘读回的内容与写入的不一致。盘上原有副本未受影响，本机数据安全；请换一个优盘。</translation>
    </message>
    <message>
      <source>The stick is full. The former copy on it is as it was, and the data on this laptop is safe; make room or use another stick.</source>
      <translation>优盘已满。盘上原有副本未受影响，本机数据安全；请腾出空间或换一个优盘。</translation>
    </message>
    <message>
      <source>The stick is no longer there, or it cannot be written. The former copy on it is as it was, and the data on this laptop is safe. Put it back in and start the copy again.</source>
      <translation>优盘已不在或无法写入。盘上原有副本未受影响，本机数据安全。请重新插入后再次复制。</translation>
    </message>
    <message>
      <source>The stock is listed by day ({days}), and the period is not given. Nothing was computed; give both --from and --to, so that it is clear which list is the opening stock and which one was counted.</source>
      <translation>库存表按盘存日列出（{days}），但未给出期间，未作任何计算；请同时给出 --from 和 --to，以分清哪份是期初库存、哪份是期末实盘。</translation>
    </message>
    <message>
      <source>The stock was counted on {day}, and no ledger has rows between the last day of the period and that day: the count cannot be brought back.</source>
      <translation>实盘日为 {day}，期间末日至该日之间各台账均无记录，实盘数无法回推。</translation>
    </message>
    <message>
      <source>The strokes of {signer} were sealed by another authority than the document itself. Do not rely on them; ask for the original.</source>
      <translation>{signer}的笔迹与文书本身不是由同一机构封存的。请勿采信，并索取原件。</translation>
    </message>
    <message>
      <source>The table writes to lists of entities, which this program does not keep. Delete the column save_to and the sheet entities.</source>
      <translation>该表格要写入实体（entities）列表，本程序不支持。请删除save_to列和entities工作表。</translation>
    </message>
    <message>
      <source>The team has no inspector with a certificate number; two are needed.</source>
      <translation>检查组没有持证人员，至少需2人。</translation>
    </message>
    <message>
      <source>The team has one inspector with a certificate number; two are needed.</source>
      <translation>检查组持证人员1人，至少需2人。</translation>
    </message>
    <message>
      <source>The template {name} cannot be used; look at: {where}. Correct it or take the file away; nothing was changed.</source>
      <translation>模板{name}不能使用，请检查：{where}。请改正或者移走该文件；未作任何改动。</translation>
    </message>
    <message>
      <source>The template {name} names in line {line} the field {field}, which this document does not have (part {part}). Correct it or take the file away; nothing was changed.</source>
      <translation>模板{name}第{line}行使用了字段{field}，该文书没有此字段（第{part}部分）。请更正或移走文件；未作任何改动。</translation>
    </message>
    <message>
      <source>The text in {language} is missing.</source>
      <translation>缺少 {language} 的文字。</translation>
    </message>
    <message>
      <source>The time-stamp authority cannot be reached. The document is unchanged and holds without a time stamp; try again when there is a network.</source>
      <translation>无法联系时间戳机构。文书未改动，没有时间戳不影响其效力；有网络时再试。</translation>
    </message>
    <message>
      <source>The time-stamp authority's answer cannot be used. The document is unchanged; try again later or choose another authority.</source>
      <translation>时间戳机构的答复无法使用。文书未改动；请稍后再试或更换机构。</translation>
    </message>
    <message>
      <source>The token does not hold the key of this certificate, or cannot sign with it. Nothing was signed; choose the certificate again.</source>
      <translation>密码设备中没有此证书的密钥，或不能用其签名。尚未签名，请重新选择证书。</translation>
    </message>
    <message>
      <source>The token is locked after too many wrong PINs. Nothing was signed; its issuer can unlock it. Another inspector or another certificate can sign meanwhile.</source>
      <translation>PIN码输错次数过多，密码设备已锁定，尚未签名。请发证机构解锁；其间可由其他执法人员签名，或改用其他证书。</translation>
    </message>
    <message>
      <source>The token refuses this PIN. Nothing was signed. After a few wrong PINs the token locks itself.</source>
      <translation>密码设备拒绝此PIN码，尚未签名。连续输错数次后设备会自行锁定。</translation>
    </message>
    <message>
      <source>The token stopped answering. Nothing was signed; leave it plugged in, or plug it in again, and repeat the signature.</source>
      <translation>密码设备没有响应，尚未签名。请保持设备插入，或重新插入后再签一次。</translation>
    </message>
    <message>
      <source>The token “{label}” is not plugged in. Nothing was signed; plug it in and try again.</source>
      <translation>未插入密码设备“{label}”。尚未签名，请插入后重试。</translation>
    </message>
    <message>
      <source>The token's PIN must be changed first, with the program that came with it. Nothing was signed.</source>
      <translation>须先用随设备提供的程序修改PIN码。尚未签名。</translation>
    </message>
    <message>
      <source>The type is missing. Write what is asked for, such as text or integer.</source>
      <translation>缺少类型。请写明要填什么，例如 text 或 integer。</translation>
    </message>
    <message>
      <source>The type {kind} is not supported. Write select_one_from_file, with a table beside the checklist.</source>
      <translation>不支持题型 {kind}。请改用 select_one_from_file，并把数据表放在检查表旁边。</translation>
    </message>
    <message>
      <source>The type {kind} is not supported: the program records nothing by itself. Leave it out.</source>
      <translation>不支持题型 {kind}：本程序不会自行记录任何内容。请去掉该行。</translation>
    </message>
    <message>
      <source>The unified social credit code has one character; it must have 18.</source>
      <translation>统一社会信用代码有1个字符，应为18个。</translation>
    </message>
    <message>
      <source>The unified social credit code has {count} characters; it must have 18.</source>
      <translation>统一社会信用代码有{count}个字符，应为18个。</translation>
    </message>
    <message>
      <source>The unified social credit code holds characters that cannot stand there. The letters I, O, S, V and Z never occur; the third to eighth characters are digits.</source>
      <translation>统一社会信用代码中有不允许的字符。字母I、O、S、V、Z不会出现，第三至第八位为数字。</translation>
    </message>
    <message>
      <source>The values look like it; the header does not say.</source>
      <translation>从内容看相符，表头没有说明。</translation>
    </message>
    <message>
      <source>The visit has no closing time.</source>
      <translation>现场检查尚未记录结束时间。</translation>
    </message>
    <message>
      <source>The working days until the confirmation cannot be counted: the holidays of that year are not known here. Choose the day yourself.</source>
      <translation>无法计算补办确认的工作日：本机没有该年度的节假日安排。请自行选择日期。</translation>
    </message>
    <message>
      <source>The workspace can be read as it is. Nothing was changed.</source>
      <translation>工作区文件可以正常读取。未作任何改动。</translation>
    </message>
    <message>
      <source>The workspace file {name} is damaged; it holds people, numbers and the list. The inspections are files of their own and are safe. Nothing was changed.</source>
      <translation>工作区文件 {name} 已损坏，其中存有人员、文号和检查清单。各项检查是单独的文件，不受影响。未作任何改动。</translation>
    </message>
    <message>
      <source>The workspace file {name} is gone or empty; it held people, numbers and the list. The inspections are files of their own and are safe. Nothing was changed.</source>
      <translation>工作区文件{name}不见了或已成空文件，其中原有人员、文号和检查列表。各次检查是单独的文件，安然无恙。未作任何更改。</translation>
    </message>
    <message>
      <source>The workspace in {folder} cannot be worked in ({reason}). Nothing was changed; make room, take off the write protection, or copy the whole folder to this laptop's own disk.</source>
      <translation>无法在{folder}的工作区中工作（{reason}）。未作任何更改；请腾出空间、解除写保护，或将整个文件夹复制到本机磁盘。</translation>
    </message>
    <message>
      <source>The workspace is not complete in the copy.</source>
      <translation>副本中的工作区不完整。</translation>
    </message>
    <message>
      <source>There are no rows to paste. Copy them in the spreadsheet first.</source>
      <translation>没有可粘贴的行。请先在表格中复制。</translation>
    </message>
    <message>
      <source>There is a workspace here already. Nothing was changed; unlock it or choose another folder.</source>
      <translation>这里已有工作区。未作任何更改，请解锁它或另选文件夹。</translation>
    </message>
    <message>
      <source>There is no code after --head. Nothing was checked; give the code that is printed on the document, or leave --head out.</source>
      <translation>--head 后面没有校验码。未作任何核验；请填写文书上印的校验码，或者去掉 --head。</translation>
    </message>
    <message>
      <source>There is no column of this name. The columns are {known}.</source>
      <translation>没有这个列名。可用的列有 {known}。</translation>
    </message>
    <message>
      <source>There is no display here, so no window can be shown. Start the program on the desktop; nothing was changed.</source>
      <translation>此处没有显示屏，无法打开窗口。请在桌面环境中启动本程序；未作任何改动。</translation>
    </message>
    <message>
      <source>There is no finding yet.</source>
      <translation>还没有问题。</translation>
    </message>
    <message>
      <source>There is no history in this file; nothing can be said of it.</source>
      <translation>此文件中没有历史记录，无法作出判断。</translation>
    </message>
    <message>
      <source>There is no item to be counted. Import the ledgers first.</source>
      <translation>没有可盘点的品种。请先导入台账。</translation>
    </message>
    <message>
      <source>There is no kind of institution called {word}. The kinds are {known}.</source>
      <translation>没有叫“{word}”的机构类型。可用的类型有：{known}。</translation>
    </message>
    <message>
      <source>There is no list of choices called {list}. Is {near} meant?</source>
      <translation>没有名为 {list} 的选项列表。是否应为 {near}？</translation>
    </message>
    <message>
      <source>There is no list of choices called {list}. Write it on the sheet choices.</source>
      <translation>没有名为 {list} 的选项列表。请写在 choices 工作表中。</translation>
    </message>
    <message>
      <source>There is no question at this place. Open the checklist again.</source>
      <translation>此处没有题目，请重新打开清单。</translation>
    </message>
    <message>
      <source>There is no record of the visit yet.</source>
      <translation>还没有现场检查笔录。</translation>
    </message>
    <message>
      <source>There is no room for the package there. Nothing of it was left behind; free some space or choose another medium.</source>
      <translation>该位置空间不足，未留下任何文件。请清理空间或换用其他介质。</translation>
    </message>
    <message>
      <source>There is no room left to save {name}. Nothing was changed; free some space and try again.</source>
      <translation>没有空间保存{name}。未作任何更改，请腾出空间后再试。</translation>
    </message>
    <message>
      <source>There is no safety copy in {name}. Choose the stick that holds one.</source>
      <translation>{name} 中没有安全副本。请选择存有副本的优盘。</translation>
    </message>
    <message>
      <source>There is no severity {severity}. Write minor, major or critical.</source>
      <translation>没有“{severity}”这一严重程度。请写 minor、major 或 critical。</translation>
    </message>
    <message>
      <source>There is no sheet called choices. It holds the choices, a row for each.</source>
      <translation>没有名为choices的工作表。选项写在该表中，每个选项一行。</translation>
    </message>
    <message>
      <source>There is no sheet called survey. It holds the questions, a row for each.</source>
      <translation>没有名为 survey 的工作表。问题写在其中，每行一个。</translation>
    </message>
    <message>
      <source>There is no table in {name}. Check the file.</source>
      <translation>{name} 中没有表格。请核对文件。</translation>
    </message>
    <message>
      <source>There is no type {kind}. Is {near} meant?</source>
      <translation>没有 {kind} 这种类型。是否应为 {near}？</translation>
    </message>
    <message>
      <source>There is no type {kind}. The types are listed in the guide to XLSForm.</source>
      <translation>没有 {kind} 这种类型。可用类型见 XLSForm 说明。</translation>
    </message>
    <message>
      <source>There is nothing to undo for this evidence.</source>
      <translation>此证据没有可撤销的内容。</translation>
    </message>
    <message>
      <source>There is nothing to undo for this finding.</source>
      <translation>此问题没有可撤销的内容。</translation>
    </message>
    <message>
      <source>There is nothing to undo in this checklist.</source>
      <translation>此清单没有可撤销的内容。</translation>
    </message>
    <message>
      <source>There is nothing to undo.</source>
      <translation>没有可撤销的内容。</translation>
    </message>
    <message>
      <source>There is too little room on this laptop for what the safety copy holds. Nothing was changed; free some space and try again.</source>
      <translation>本机空间不足，放不下安全副本的内容。未作任何更改；请腾出空间后重试。</translation>
    </message>
    <message>
      <source>There is too little room to bring {name} up to date safely. Free as much space as the file is large and try again; the file was not changed.</source>
      <translation>空间不足，无法安全升级{name}。请腾出与文件同样大小的空间后再试，文件未被更改。</translation>
    </message>
    <message>
      <source>There is too little room to salvage {name}. Free as much space as the file is large and try again; the file was not changed.</source>
      <translation>磁盘空间不足，无法抢救{name}。请腾出与该文件大小相当的空间后重试；文件未作改动。</translation>
    </message>
    <message>
      <source>These groups are mistyped: {places}. Compare them with the paper.</source>
      <translation>以下各组输入有误：{places}。请与纸面核对。</translation>
    </message>
    <message>
      <source>These strokes do not fit the pad they are said to come from. Nothing was kept; sign again.</source>
      <translation>笔迹与手写区不符。未保存任何内容，请重新签名。</translation>
    </message>
    <message>
      <source>These suspicions belong to different categories and become findings of their own. Select those of one category.</source>
      <translation>所选疑点类别不同，应分别成为问题，请选择同一类别的疑点。</translation>
    </message>
    <message>
      <source>This answer is about another text than the one asked for. Nothing was changed.</source>
      <translation>该答复针对的不是请求审批的文本。本机未作任何改动。</translation>
    </message>
    <message>
      <source>This answer is for an inspection that is not on this laptop.</source>
      <translation>该答复对应的检查不在本机。</translation>
    </message>
    <message>
      <source>This answers nothing that was asked from this laptop. Nothing was changed.</source>
      <translation>该答复与本机发出的请求不符。本机未作任何改动。</translation>
    </message>
    <message>
      <source>This approval file is for {name}, not for this laptop. Nothing was changed.</source>
      <translation>该审批文件是给{name}的，不是给本机的。本机未作任何改动。</translation>
    </message>
    <message>
      <source>This approval file is signed by a laptop that is not known here. Exchange cards first, and compare their codes; nothing was changed.</source>
      <translation>该审批文件由本机未登记的电脑签名。请先交换名片并核对校验码；本机未作任何改动。</translation>
    </message>
    <message>
      <source>This approval file was made by a newer version of the program. Install that version first.</source>
      <translation>该审批文件由更新版本的程序生成。请先安装该版本。</translation>
    </message>
    <message>
      <source>This bed was changed again since, perhaps on another laptop. Correct it by hand.</source>
      <translation>此床位之后又被更改，可能来自另一台电脑，请人工更正。</translation>
    </message>
    <message>
      <source>This card was made by a newer version of the program. Install that version first.</source>
      <translation>此名片由更新版本的程序制作，请先安装该版本。</translation>
    </message>
    <message>
      <source>This certificate was issued to {other}, not to {name}. Nothing was changed; choose the certificate of {name}.</source>
      <translation>该证书签发给{other}，并非{name}。未作任何更改；请选择{name}本人的证书。</translation>
    </message>
    <message>
      <source>This checklist is not in the inspection. Go back and choose it again.</source>
      <translation>此清单不在本次检查中，请返回重新选择。</translation>
    </message>
    <message>
      <source>This checklist is not in the library. Import it first.</source>
      <translation>清单库中没有此清单，请先导入。</translation>
    </message>
    <message>
      <source>This column is not read. Is {near} meant?</source>
      <translation>这一列不会被读取。是否应为 {near}？</translation>
    </message>
    <message>
      <source>This delivery is no longer there. Refresh the list.</source>
      <translation>这份送达回证已不在。请刷新列表。</translation>
    </message>
    <message>
      <source>This document carries a time stamp but no signature. Do not rely on it.</source>
      <translation>本文书有时间戳而无签名，不可采信。</translation>
    </message>
    <message>
      <source>This document carries no signature, so nothing can be said about it.</source>
      <translation>此文书没有签名，因此无法作出任何判断。</translation>
    </message>
    <message>
      <source>This document has a time stamp already.</source>
      <translation>本文书已有时间戳。</translation>
    </message>
    <message>
      <source>This document has no free place for the signature {field}. Nothing was signed.</source>
      <translation>此文书没有供{field}签名的空位，未作任何签名。</translation>
    </message>
    <message>
      <source>This document is finished and is never changed. Withdraw it and make a new one.</source>
      <translation>这份文书已定稿，不再改动。如有错误，请撤回后重新制作。</translation>
    </message>
    <message>
      <source>This document is no longer there. Refresh the list.</source>
      <translation>这份文书已不在。请刷新列表。</translation>
    </message>
    <message>
      <source>This document is not finished yet, so it has no paper that holds.</source>
      <translation>这份文书尚未定稿，没有可用的正式文本。</translation>
    </message>
    <message>
      <source>This document needs an approval first. Have it approved.</source>
      <translation>这份文书须先审批。请送审批。</translation>
    </message>
    <message>
      <source>This document needs no approval. Issue it.</source>
      <translation>本文书无须审批，可直接制发。</translation>
    </message>
    <message>
      <source>This document was withdrawn already.</source>
      <translation>这份文书已经撤回。</translation>
    </message>
    <message>
      <source>This does not look like a national drug code (X, Z, T or B and 19 to 22 characters).</source>
      <translation>这不像国家药品编码（X、Z、T或B加19至22个字符）。</translation>
    </message>
    <message>
      <source>This drug traceability code repeats one digit; it may be a placeholder.</source>
      <translation>此药品追溯码为同一数字重复，可能是占位符。</translation>
    </message>
    <message>
      <source>This ends a {kind} that does not begin above it.</source>
      <translation>这里结束的 {kind} 在上面没有开始。</translation>
    </message>
    <message>
      <source>This evidence is no longer there. Refresh the list.</source>
      <translation>该证据已不存在，请刷新列表。</translation>
    </message>
    <message>
      <source>This file holds no private key with its certificate. Ask the issuer for a .p12 file with both.</source>
      <translation>此文件的证书没有私钥，请向签发机构索要含两者的.p12文件。</translation>
    </message>
    <message>
      <source>This file holds {name}, which the program never put there: somebody changed the file from outside. Compare with a safety copy.</source>
      <translation>该文件中有 {name}，并非本程序所建：有人从程序外部改动过该文件。请与备份核对。</translation>
    </message>
    <message>
      <source>This file was salvaged from a damaged file on {day} by {person}; what was lost then is written down in it. One line was lost.</source>
      <translation>本文件于{day}由{person}从损坏文件中抢救而来，当时丢失的内容已记录在内，共丢失1条操作记录。</translation>
    </message>
    <message>
      <source>This file was salvaged from a damaged file on {day} by {person}; what was lost then is written down in it. {count} lines were lost.</source>
      <translation>本文件于{day}由{person}从损坏文件中抢救而来，当时丢失的内容已记录在内，共丢失{count}条操作记录。</translation>
    </message>
    <message>
      <source>This finding is no longer there. Refresh the list.</source>
      <translation>该问题已不存在，请刷新列表。</translation>
    </message>
    <message>
      <source>This finding stands in a notice that is laid out for signing. Withdraw the notice first.</source>
      <translation>此问题列在已排版待签名的通知书中，请先撤回通知书。</translation>
    </message>
    <message>
      <source>This finding stands in an issued notice. Withdraw or correct the notice instead.</source>
      <translation>该问题已列入签发的通知书，请撤回或更正通知书。</translation>
    </message>
    <message>
      <source>This inspection holds entries of a newer version of the program ({kind}). Update the program and open it again; nothing was changed.</source>
      <translation>此检查含有更新版本程序写入的条目（{kind}）。请更新程序后重新打开，未作任何更改。</translation>
    </message>
    <message>
      <source>This inspection is being put back. Wait until it is done, or cancel it.</source>
      <translation>该检查正在从安全副本恢复，请等待完成，或取消。</translation>
    </message>
    <message>
      <source>This inspection is being salvaged. Wait until it is done, or cancel it.</source>
      <translation>该检查正在抢救数据，请等待完成，或取消。</translation>
    </message>
    <message>
      <source>This inspection is not announced, so no notice of it is sent beforehand.</source>
      <translation>本次检查不预先告知，不制发检查通知书。</translation>
    </message>
    <message>
      <source>This inspection is not in this safety copy. Nothing was changed.</source>
      <translation>该安全副本中没有此次检查。未作任何更改。</translation>
    </message>
    <message>
      <source>This inspection was handed over for review and is read only here. Write a remark, or return it to the team.</source>
      <translation>此检查为移交审核，本机只读。请写审核意见，或退回检查组。</translation>
    </message>
    <message>
      <source>This inspection's file is empty. Restore it from a safety copy.</source>
      <translation>此检查的文件是空的，请从安全副本恢复。</translation>
    </message>
    <message>
      <source>This interview is no longer there. Refresh the list.</source>
      <translation>这份询问笔录已不在。请刷新列表。</translation>
    </message>
    <message>
      <source>This is no address of a time-stamp authority. It begins with http:// or https://.</source>
      <translation>这不是时间戳机构地址，应以http://或https://开头。</translation>
    </message>
    <message>
      <source>This is not a PDF document that can be checked.</source>
      <translation>这不是可以核验的PDF文书。</translation>
    </message>
    <message>
      <source>This is not a certificate file (.p12 or .pfx). Nothing was changed.</source>
      <translation>这不是证书文件（.p12或.pfx），未作任何更改。</translation>
    </message>
    <message>
      <source>This is not a laptop's card, or it was changed. Ask for it again; nothing was changed.</source>
      <translation>这不是电脑名片，或已被改动。请对方重新提供，本机未作更改。</translation>
    </message>
    <message>
      <source>This is not a public key of the bureau: it begins with age1. Nothing was changed.</source>
      <translation>这不是医保局公钥：公钥以age1开头。未作任何更改。</translation>
    </message>
    <message>
      <source>This is not a receipt, or it was changed. Ask for it again; nothing was changed.</source>
      <translation>这不是回执，或已被改动。请对方重新提供，本机未作更改。</translation>
    </message>
    <message>
      <source>This is not an approval file, or it is damaged or was changed. Ask for it again; nothing was changed.</source>
      <translation>这不是审批文件，或文件已损坏、被改动。请对方重新提供；本机未作任何改动。</translation>
    </message>
    <message>
      <source>This is not the passphrase of {name}. Nothing is lost; try again.</source>
      <translation>这不是{name}的口令。没有丢失任何内容，请再试。</translation>
    </message>
    <message>
      <source>This is the card of this laptop itself. Read the other laptop's card.</source>
      <translation>这是本机自己的名片。请读取对方电脑的名片。</translation>
    </message>
    <message>
      <source>This is the last way into the workspace. It stays; add another one first.</source>
      <translation>这是进入工作区的最后一种方式，予以保留。请先增加另一种。</translation>
    </message>
    <message>
      <source>This is the present passphrase. Choose another; nothing was changed.</source>
      <translation>这就是现在的口令，请另设一个；未作任何更改。</translation>
    </message>
    <message>
      <source>This is too much for a signature. Nothing was kept; clear the pad and sign again.</source>
      <translation>笔迹过多，不像签名。未保存任何内容，请清空后重新签名。</translation>
    </message>
    <message>
      <source>This is too much to paste at once. Copy at most {count} rows.</source>
      <translation>一次粘贴的内容太多。请一次最多复制 {count} 行。</translation>
    </message>
    <message>
      <source>This kind of key cannot sign documents here. Ask the issuer for an RSA or ECDSA certificate.</source>
      <translation>此类密钥不能在这里签署文书，请向签发机构索要RSA或ECDSA证书。</translation>
    </message>
    <message>
      <source>This laptop is not known here. Exchange cards first, and compare their codes.</source>
      <translation>本机未登记该电脑。请先交换名片并核对识别码。</translation>
    </message>
    <message>
      <source>This laptop is set up already. A safety copy is put back on one that is not.</source>
      <translation>本机已完成设置。安全副本只能恢复到未设置过的电脑上。</translation>
    </message>
    <message>
      <source>This laptop is set up already. Unlock it with your passphrase.</source>
      <translation>此电脑已设置，请用口令解锁。</translation>
    </message>
    <message>
      <source>This line was signed and struck out once already. Withdraw the paper and make a new one.</source>
      <translation>此处已签名并划改过一次。请撤回文书后重新制作。</translation>
    </message>
    <message>
      <source>This look at the bed was undone. Enter it again.</source>
      <translation>该床位核查已被撤销，请重新录入。</translation>
    </message>
    <message>
      <source>This notice is laid out for signing and is never edited. Withdraw it or correct it.</source>
      <translation>此通知书已排版待签，不再修改。请撤回或更正。</translation>
    </message>
    <message>
      <source>This notice is no longer there. Refresh the list.</source>
      <translation>该通知书已不存在，请刷新列表。</translation>
    </message>
    <message>
      <source>This notice is not laid out for signing yet. Approve it first.</source>
      <translation>此通知书尚未排版待签，请先批准。</translation>
    </message>
    <message>
      <source>This notice was withdrawn already.</source>
      <translation>此通知书已经撤回。</translation>
    </message>
    <message>
      <source>This number is not in use, so it cannot be declared void.</source>
      <translation>此号未使用，不能作废。</translation>
    </message>
    <message>
      <source>This number stands in a notice. Withdraw the notice; its number stays with it.</source>
      <translation>此文号已用于通知书。请撤回通知书，文号随其保留。</translation>
    </message>
    <message>
      <source>This number was given in an inspection that was handed over and removed from this laptop. Whoever holds the inspection can say what carries it; the register keeps it as used.</source>
      <translation>该文号用于一项已移交并从本机移除的检查，由持有该检查的一方说明用于何处；登记簿中仍记为已用。</translation>
    </message>
    <message>
      <source>This package continues an inspection that is not here. Ask {name} for a full package; nothing was taken.</source>
      <translation>此移交包是后续增量，本机没有该检查。请向{name}索取完整移交包；未接收任何内容。</translation>
    </message>
    <message>
      <source>This package holds less of the inspection than the laptop {code}, on whose receipt it was removed here. Take in a full package of that laptop first; nothing was taken.</source>
      <translation>本包所含内容少于电脑{code}持有的内容，而本机正是凭该电脑的回执移除了此次检查。请先接收该电脑的完整移交包；本次未接收任何内容。</translation>
    </message>
    <message>
      <source>This package is for {name}, not for this laptop. Nothing was taken.</source>
      <translation>此移交包是给{name}的，不是给本机的。未接收任何内容。</translation>
    </message>
    <message>
      <source>This package is from a laptop that is not known here ({code}). Exchange cards first, and compare their codes.</source>
      <translation>此移交包来自本机未登记的电脑（{code}）。请先交换名片并核对识别码。</translation>
    </message>
    <message>
      <source>This package was not taken in here, so it gets no receipt.</source>
      <translation>本机未接收此移交包，不能出具回执。</translation>
    </message>
    <message>
      <source>This package was taken in already. Its receipt can be written again; nothing was changed.</source>
      <translation>此移交包已接收过，可重新出具回执；未作更改。</translation>
    </message>
    <message>
      <source>This paper has no such line to sign on. Look at it again.</source>
      <translation>本文书没有这一签名栏。请重新查看。</translation>
    </message>
    <message>
      <source>This paper says that signing was refused. Withdraw it and make a new one where somebody signs after all.</source>
      <translation>本文书已注明拒绝签名。如当事人改为签名，请撤回后重新制作。</translation>
    </message>
    <message>
      <source>This paper was laid out without lines for signing on the screen. Print it and have it signed.</source>
      <translation>本文书没有可供屏幕签名的签名栏。请打印后由本人签名。</translation>
    </message>
    <message>
      <source>This paper was sealed by another laptop, whose seal cannot be continued here. Print it and have it signed.</source>
      <translation>本文书由另一台电脑封存，不能在本机续加封存。请打印后由本人签名。</translation>
    </message>
    <message>
      <source>This paper was withdrawn, so nobody signs it any more.</source>
      <translation>本文书已撤回，不再签名。</translation>
    </message>
    <message>
      <source>This passphrase is guessed too easily. A short sentence is best.</source>
      <translation>此口令太容易被猜到，用一句短句最好。</translation>
    </message>
    <message>
      <source>This passphrase opens nothing in this safety copy. It was the passphrase of the day of the copy; try that one, or the recovery key.</source>
      <translation>此口令打不开这份安全副本。须用复制当天的口令；请再试，或使用恢复密钥。</translation>
    </message>
    <message>
      <source>This person has a passphrase already, which only they can change. If it is forgotten, use the recovery key or the bureau's key.</source>
      <translation>此人已有口令，只能由本人更改。如已忘记，请使用恢复密钥或医保局密钥。</translation>
    </message>
    <message>
      <source>This person has no passphrase on this laptop. Ask somebody who has to add the person.</source>
      <translation>此人在本机没有口令，请有口令的人将其加入。</translation>
    </message>
    <message>
      <source>This person has no passphrase on this laptop. Choose another name.</source>
      <translation>此人在本机没有口令，请选择其他姓名。</translation>
    </message>
    <message>
      <source>This person has signed this notice already.</source>
      <translation>此人已签署此通知书。</translation>
    </message>
    <message>
      <source>This person is not known on this laptop. Add the person first.</source>
      <translation>此人在本机未登记，请先增加。</translation>
    </message>
    <message>
      <source>This person may not approve this document. Ask somebody of the office that the region's rules name for it.</source>
      <translation>此人无权批准本文书，请由本地规则规定的负责人批准。</translation>
    </message>
    <message>
      <source>This person may not approve this document. Call somebody who did not write it.</source>
      <translation>此人不得批准本文书。请致电未参与起草的人。</translation>
    </message>
    <message>
      <source>This person was already looked at on this pass. Correct that look instead.</source>
      <translation>此人在本遍中已核查过，请更正那次记录。</translation>
    </message>
    <message>
      <source>This person's passphrase was taken away. Only the recovery key or the bureau's key lets them in again; nothing was changed.</source>
      <translation>此人的口令已被取消，只有恢复密钥或本局密钥才能重新准入。未作任何改动。</translation>
    </message>
    <message>
      <source>This place cannot be written. Nothing was changed; check the stick's lock or choose another place.</source>
      <translation>此处无法写入，未作任何更改；请检查优盘的写保护开关或另选位置。</translation>
    </message>
    <message>
      <source>This private key does not open this workspace.</source>
      <translation>此私钥无法打开此工作区。</translation>
    </message>
    <message>
      <source>This question cannot be said not to apply. Answer it as the form asks.</source>
      <translation>此题不能标为不适用。请按清单要求作答。</translation>
    </message>
    <message>
      <source>This question is never asked.</source>
      <translation>本题始终不询问。</translation>
    </message>
    <message>
      <source>This receipt answers no package that was made here. Nothing was changed.</source>
      <translation>此回执不对应本机制作的移交包，未作更改。</translation>
    </message>
    <message>
      <source>This receipt is for an inspection that is not on this laptop.</source>
      <translation>此回执对应的检查不在本机。</translation>
    </message>
    <message>
      <source>This receipt is signed by a laptop that is not known here. Exchange cards first.</source>
      <translation>此回执由本机未登记的电脑签署。请先交换名片。</translation>
    </message>
    <message>
      <source>This receipt was made by a newer version of the program. Install that version first.</source>
      <translation>此回执由更新版本的程序制作，请先安装该版本。</translation>
    </message>
    <message>
      <source>This record is no longer there. Refresh the list.</source>
      <translation>这份笔录已不在。请刷新列表。</translation>
    </message>
    <message>
      <source>This recovery key belongs to another workspace or was replaced by a newer one.</source>
      <translation>此恢复密钥属于另一个工作区，或已被新的密钥取代。</translation>
    </message>
    <message>
      <source>This remark is no longer there. Refresh the list.</source>
      <translation>该意见已不存在，请刷新列表。</translation>
    </message>
    <message>
      <source>This request was answered here already. Its answer can be written again.</source>
      <translation>该请求已在本机答复，可重新导出答复。</translation>
    </message>
    <message>
      <source>This safety copy was made by a newer version of the program. Install that version; nothing was changed.</source>
      <translation>该安全副本由更新版本的程序生成。请安装该版本；未作任何更改。</translation>
    </message>
    <message>
      <source>This safety copy was never finished. Use another one, or an earlier one.</source>
      <translation>该安全副本未完成。请改用另一份或更早的副本。</translation>
    </message>
    <message>
      <source>This sheet is not read. Is {near} meant? Rename it then.</source>
      <translation>这个工作表不会被读取。如果应为 {near}，请改名。</translation>
    </message>
    <message>
      <source>This suspicion became a finding. Withdraw the finding to decide again.</source>
      <translation>此疑点已转为问题，如要重新处理请先撤回问题。</translation>
    </message>
    <message>
      <source>This suspicion is no longer there. Refresh the list.</source>
      <translation>该疑点已不存在，请刷新列表。</translation>
    </message>
    <message>
      <source>This token holds no certificate that can sign here: an RSA or ECDSA certificate is needed. Ask its issuer.</source>
      <translation>此密码设备中没有可用于签名的证书：需要RSA或ECDSA证书。请联系发证机构。</translation>
    </message>
    <message>
      <source>This type has no parameter {wrong}. It has: {known}.</source>
      <translation>该题型没有参数{wrong}，可用参数：{known}。</translation>
    </message>
    <message>
      <source>This ward is no longer there. Choose another.</source>
      <translation>该病区已不存在，请另选。</translation>
    </message>
    <message>
      <source>This was decided already. Refresh the list.</source>
      <translation>此冲突已裁定，请刷新列表。</translation>
    </message>
    <message>
      <source>This workspace has no recovery key. Use a passphrase or the bureau's key.</source>
      <translation>此工作区没有恢复密钥，请使用口令或医保局密钥。</translation>
    </message>
    <message>
      <source>This workspace is open in another window of the program. Nothing was changed. Close that window, or work in it.</source>
      <translation>此工作区已在另一个窗口打开。未作任何更改。请关闭该窗口，或在其中工作。</translation>
    </message>
    <message>
      <source>This {kind} is never ended. Add a row end_{kind}.</source>
      <translation>这个 {kind} 没有结束。请补一行 end_{kind}。</translation>
    </message>
    <message>
      <source>Time of the inspection</source>
      <translation>检查时间</translation>
    </message>
    <message>
      <source>Time of the talk</source>
      <translation>约谈时间</translation>
    </message>
    <message>
      <source>Too many wrong passphrases. Nothing is lost; try again in a second.</source>
      <translation>口令错误次数过多。没有丢失任何内容，请在1秒后再试。</translation>
    </message>
    <message>
      <source>Too many wrong passphrases. Nothing is lost; try again in {seconds} seconds.</source>
      <translation>口令错误次数过多。没有丢失任何内容，请在{seconds}秒后再试。</translation>
    </message>
    <message>
      <source>Two columns are called {column}. Delete one or rename it.</source>
      <translation>有两列都叫“{column}”。请删除或改名。</translation>
    </message>
    <message>
      <source>Two lists give another opening stock for {item}. Nothing was computed; give the one that holds.</source>
      <translation>两份清单给出的 {item} 期初库存不一致，未作任何计算；请只提供有效的一份。</translation>
    </message>
    <message>
      <source>Two tables or lists are called {name}. Rename one of them.</source>
      <translation>有两个表格或列表都叫{name}，请改名。</translation>
    </message>
    <message>
      <source>Ward {name}</source>
      <translation>病区：{name}</translation>
    </message>
    <message>
      <source>What to bring</source>
      <translation>携带材料</translation>
    </message>
    <message>
      <source>What to prepare</source>
      <translation>配合事项</translation>
    </message>
    <message>
      <source>What was copied cannot be read as rows. Copy them in the spreadsheet again.</source>
      <translation>复制的内容无法按行读取。请在表格中重新复制。</translation>
    </message>
    <message>
      <source>Where it is kept</source>
      <translation>保存地点</translation>
    </message>
    <message>
      <source>Whether its end was cut off shows only against a code printed on a document: use --head CODE.</source>
      <translation>末尾是否被截断，只能与文书上所印代码核对：请使用--head CODE。</translation>
    </message>
    <message>
      <source>Who becomes or stays a lead is confirmed by a lead. Nothing was changed; let {name} type their passphrase.</source>
      <translation>设为或保留负责人须由负责人确认。未作任何改动，请{name}输入口令。</translation>
    </message>
    <message>
      <source>Who is to come</source>
      <translation>参加人员</translation>
    </message>
    <message>
      <source>Who keeps it</source>
      <translation>保管责任人</translation>
    </message>
    <message>
      <source>Without a category: finding {numbers}.</source>
      <translation>缺少类别：第{numbers}项问题。</translation>
    </message>
    <message>
      <source>Without a clause: finding {numbers}.</source>
      <translation>缺少条款：第{numbers}项问题。</translation>
    </message>
    <message>
      <source>Without a description: finding {numbers}.</source>
      <translation>缺少情形描述：第{numbers}项问题。</translation>
    </message>
    <message>
      <source>Without a requirement: finding {numbers}.</source>
      <translation>缺少整改要求：第{numbers}项问题。</translation>
    </message>
    <message>
      <source>Without evidence: finding {numbers}.</source>
      <translation>缺少证据：第{numbers}项问题。</translation>
    </message>
    <message>
      <source>Write no where a question may not be said not to apply, and nothing else.</source>
      <translation>题目不得标为“不适用”时填写 no，其他内容无效。</translation>
    </message>
    <message>
      <source>Write points as 5, or by answer as yes=5 partly=2; not {points}.</source>
      <translation>分值请写成 5，或按答案写成 yes=5 partly=2，不能写成 {points}。</translation>
    </message>
    <message>
      <source>Write the question.</source>
      <translation>请写明问题。</translation>
    </message>
    <message>
      <source>Write the remark first.</source>
      <translation>请先填写意见。</translation>
    </message>
    <message>
      <source>Write what was seen, without a judgement.</source>
      <translation>请写明所见事实，不作定性。</translation>
    </message>
    <message>
      <source>Write yes where evidence is expected, and nothing where it is not.</source>
      <translation>需要取证时写 yes，不需要时留空。</translation>
    </message>
    <message>
      <source>You cannot end your own access. Another person can do it for you.</source>
      <translation>不能终止自己的权限，可由他人代为办理。</translation>
    </message>
    <message>
      <source>You wrote in this document, and nobody approves what they wrote.</source>
      <translation>您参与起草了本文书，起草人不得批准。</translation>
    </message>
    <message>
      <source>a part of the path is not a folder</source>
      <translation>路径中有一段不是文件夹</translation>
    </message>
    <message>
      <source>access is denied</source>
      <translation>没有访问权限</translation>
    </message>
    <message>
      <source>another program is using it</source>
      <translation>正被其他程序占用</translation>
    </message>
    <message>
      <source>asked or not</source>
      <translation>是否询问</translation>
    </message>
    <message>
      <source>can be changed or not</source>
      <translation>能否修改</translation>
    </message>
    <message>
      <source>checked anew</source>
      <translation>重新核对</translation>
    </message>
    <message>
      <source>complies or not</source>
      <translation>是否符合要求</translation>
    </message>
    <message>
      <source>computed anew</source>
      <translation>重新计算</translation>
    </message>
    <message>
      <source>digest() knows MD5, SHA-1, SHA-256, SHA-384 and SHA-512, not {name}.</source>
      <translation>digest()支持MD5、SHA-1、SHA-256、SHA-384和SHA-512，不支持{name}。</translation>
    </message>
    <message>
      <source>error {number}: {text}</source>
      <translation>错误 {number}：{text}</translation>
    </message>
    <message>
      <source>it is a folder</source>
      <translation>这是文件夹</translation>
    </message>
    <message>
      <source>it is not there</source>
      <translation>不存在</translation>
    </message>
    <message>
      <source>more or fewer entries</source>
      <translation>条目增减</translation>
    </message>
    <message>
      <source>must be answered or may stay empty</source>
      <translation>是否必填</translation>
    </message>
    <message>
      <source>no room is left</source>
      <translation>空间已满</translation>
    </message>
    <message>
      <source>omit_instanceID cannot be set where submissions are encrypted.</source>
      <translation>提交内容加密时不能设置omit_instanceID。</translation>
    </message>
    <message>
      <source>or_other needs a list of the sheet choices and no choice_filter.</source>
      <translation>or_other须使用choices工作表中的列表，且不能有choice_filter。</translation>
    </message>
    <message>
      <source>other choices</source>
      <translation>选项变化</translation>
    </message>
    <message>
      <source>other words</source>
      <translation>文字变化</translation>
    </message>
    <message>
      <source>search() as an appearance cannot be used here. Use select_one_from_file instead.</source>
      <translation>此处不能用search()外观，请改用select_one_from_file。</translation>
    </message>
    <message>
      <source>select_one_external needs a sheet external_choices with this list. select_one_from_file reads a table beside the checklist instead.</source>
      <translation>select_one_external需要external_choices工作表中有该列表；也可改用select_one_from_file读取清单旁的表格文件。</translation>
    </message>
    <message>
      <source>the file is too large for this medium</source>
      <translation>文件超过该存储介质允许的大小</translation>
    </message>
    <message>
      <source>the link leads in a circle</source>
      <translation>链接指向自身，形成循环</translation>
    </message>
    <message>
      <source>the medium does not answer</source>
      <translation>存储介质没有响应</translation>
    </message>
    <message>
      <source>the medium has an error</source>
      <translation>存储介质读写出错</translation>
    </message>
    <message>
      <source>the medium is write-protected</source>
      <translation>存储介质已写保护</translation>
    </message>
    <message>
      <source>the name is not possible here</source>
      <translation>此处不能使用这个名称</translation>
    </message>
    <message>
      <source>the name is too long</source>
      <translation>名称过长</translation>
    </message>
    <message>
      <source>the system said: {text}</source>
      <translation>系统提示：{text}</translation>
    </message>
    <message>
      <source>there is something of that name already</source>
      <translation>已有同名文件或文件夹</translation>
    </message>
    <message>
      <source>tick_interval, placeholder and tick_labelset need a scale without picker or rating.</source>
      <translation>tick_interval、placeholder、tick_labelset不能与picker或rating外观同用。</translation>
    </message>
    <message>
      <source>tick_labelset names a list of the sheet choices.</source>
      <translation>tick_labelset须填写choices工作表中的列表名称。</translation>
    </message>
    <message>
      <source>too many files are open</source>
      <translation>同时打开的文件过多</translation>
    </message>
    <message>
      <source>{asked} was asked, and {name}'s laptop answers. Nothing was changed.</source>
      <translation>请求发给{asked}，答复却来自{name}的电脑。本机未作任何改动。</translation>
    </message>
    <message>
      <source>{authority} vouches by a time stamp that the document existed in exactly this form at {time}. Whether to trust this authority was not checked; its certificate was issued by {issuer}, its code is {code}.</source>
      <translation>{authority}以时间戳证明本文书于{time}即以现有形式存在。该机构是否可信未经核验；其证书由{issuer}签发，校验码{code}。</translation>
    </message>
    <message>
      <source>{before}, {effect}</source>
      <translation>{before}、{effect}</translation>
    </message>
    <message>
      <source>{before}; {answer}</source>
      <translation>{before}；{answer}</translation>
    </message>
    <message>
      <source>{count} answers</source>
      <translation>检查表答案{count}个</translation>
    </message>
    <message>
      <source>{count} beds looked at</source>
      <translation>已核查床位{count}张</translation>
    </message>
    <message>
      <source>{count} beds that were entered</source>
      <translation>已录入床位{count}张</translation>
    </message>
    <message>
      <source>{count} blocks of numbers</source>
      <translation>文号段{count}段</translation>
    </message>
    <message>
      <source>{count} bytes were added after the last signature. Do not rely on them; ask for the original.</source>
      <translation>最后一次签名后添加了{count}字节。请勿采信，索要原件。</translation>
    </message>
    <message>
      <source>{count} cards of other laptops</source>
      <translation>其他电脑的名片{count}张</translation>
    </message>
    <message>
      <source>{count} certificates of people</source>
      <translation>人员证书{count}个</translation>
    </message>
    <message>
      <source>{count} checklists</source>
      <translation>检查表{count}份</translation>
    </message>
    <message>
      <source>{count} documents</source>
      <translation>文书{count}份</translation>
    </message>
    <message>
      <source>{count} entries were changed without a line in the history. Do not rely on them.</source>
      <translation>有{count}条内容被改动而未留记录。请勿采信。</translation>
    </message>
    <message>
      <source>{count} findings</source>
      <translation>问题{count}个</translation>
    </message>
    <message>
      <source>{count} inspections are back as they were on {time}. What was entered later on the other laptop is not here.</source>
      <translation>已恢复 {count} 次检查，内容截至 {time}。此后录入的内容不在其中。</translation>
    </message>
    <message>
      <source>{count} inspections could not be read and were not copied; what an earlier copy holds of them is still there. Salvage them.</source>
      <translation>有 {count} 次检查无法读取，未复制；以前副本中的内容仍在。请先抢救这些检查。</translation>
    </message>
    <message>
      <source>{count} items in {name}.</source>
      <translation>{name} 中共 {count} 个品种。</translation>
    </message>
    <message>
      <source>{count} kept files</source>
      <translation>{count}份留存文件</translation>
    </message>
    <message>
      <source>{count} laptops</source>
      <translation>电脑{count}台</translation>
    </message>
    <message>
      <source>{count} ledgers</source>
      <translation>{count}份台账</translation>
    </message>
    <message>
      <source>{count} lines</source>
      <translation>{count}行</translation>
    </message>
    <message>
      <source>{count} lines for names are empty here. Whether they were signed on paper, or refused, this file cannot tell.</source>
      <translation>本文件有{count}处签名栏为空。是否已在纸质件上签名或者被拒签，本文件无法说明。</translation>
    </message>
    <message>
      <source>{count} lines of the history</source>
      <translation>历史记录{count}条</translation>
    </message>
    <message>
      <source>{count} links between evidence and what it proves</source>
      <translation>证据关联{count}条</translation>
    </message>
    <message>
      <source>{count} lists</source>
      <translation>名单{count}份</translation>
    </message>
    <message>
      <source>{count} numbers for notices of {year}.</source>
      <translation>{year}年通知书文号余{count}个。</translation>
    </message>
    <message>
      <source>{count} numbers of the register</source>
      <translation>登记簿中的文号{count}个</translation>
    </message>
    <message>
      <source>{count} originals</source>
      <translation>原件{count}件</translation>
    </message>
    <message>
      <source>{count} originals are damaged on this laptop and could not be copied.</source>
      <translation>本机有 {count} 份原件已损坏，无法复制。</translation>
    </message>
    <message>
      <source>{count} originals are not in the copy.</source>
      <translation>副本中缺少 {count} 份原件。</translation>
    </message>
    <message>
      <source>{count} other entries: {kind}</source>
      <translation>其他登记{count}项：{kind}</translation>
    </message>
    <message>
      <source>{count} parts of inspection {name} are missing or damaged in the copy.</source>
      <translation>副本中检查 {name} 有 {count} 个分卷缺失或损坏。</translation>
    </message>
    <message>
      <source>{count} parts of the workspace are missing or damaged in the copy.</source>
      <translation>副本中工作区有 {count} 个分卷缺失或损坏。</translation>
    </message>
    <message>
      <source>{count} people</source>
      <translation>人员{count}名</translation>
    </message>
    <message>
      <source>{count} people with a certificate number can work on this laptop.</source>
      <translation>本机有{count}名持证人员。</translation>
    </message>
    <message>
      <source>{count} pictures in {folder}</source>
      <translation>已保存{count}张图片：{folder}</translation>
    </message>
    <message>
      <source>{count} pieces of evidence</source>
      <translation>证据{count}份</translation>
    </message>
    <message>
      <source>{count} rows bill services, which are never in stock.</source>
      <translation>{count} 行为诊疗服务项目，不涉及库存。</translation>
    </message>
    <message>
      <source>{count} rows in a unit that nobody converts.</source>
      <translation>{count} 行的单位没有换算关系。</translation>
    </message>
    <message>
      <source>{count} rows move no goods (found by counting, or of another kind) and were left out.</source>
      <translation>{count} 行不属于实物进出（盘盈盘亏或其他类型），未计入。</translation>
    </message>
    <message>
      <source>{count} rows of days outside the period.</source>
      <translation>{count} 行的日期在期间之外。</translation>
    </message>
    <message>
      <source>{count} rows of ledgers that name no day: all of them count in the period.</source>
      <translation>{count} 行所在的台账没有任何日期，全部计入期间。</translation>
    </message>
    <message>
      <source>{count} rows without a day: a period cannot place them.</source>
      <translation>{count} 行没有日期，无法归入期间。</translation>
    </message>
    <message>
      <source>{count} sales stand in the fund's billing already and were not counted again.</source>
      <translation>{count} 笔销售已在医保结算明细中，未重复计入。</translation>
    </message>
    <message>
      <source>{count} signatures are missing: their places are empty. Ask for the finished document.</source>
      <translation>缺少{count}个签名：其位置是空的。请索要完成的文书。</translation>
    </message>
    <message>
      <source>{count} signed ends of the history</source>
      <translation>操作记录末尾签名{count}次</translation>
    </message>
    <message>
      <source>{count} steps of documents</source>
      <translation>文书版本{count}个</translation>
    </message>
    <message>
      <source>{count} suspicions</source>
      <translation>疑点{count}个</translation>
    </message>
    <message>
      <source>{count} suspicions are neither confirmed nor dismissed.</source>
      <translation>有{count}条疑点既未认定也未排除。</translation>
    </message>
    <message>
      <source>{count} things were changed on two laptops and wait for a decision.</source>
      <translation>有 {count} 处内容在两台电脑上改动不一致，等待决定。</translation>
    </message>
    <message>
      <source>{count} visits</source>
      <translation>进场{count}次</translation>
    </message>
    <message>
      <source>{count} wards</source>
      <translation>病区{count}个</translation>
    </message>
    <message>
      <source>{folder} cannot be used as the workspace's folder ({reason}). Nothing was changed; choose another folder.</source>
      <translation>{folder}不能用作工作区文件夹（{reason}）。未作任何改动，请另选文件夹。</translation>
    </message>
    <message>
      <source>{found} rows are too many to paste at once. Copy at most {count}.</source>
      <translation>一次粘贴 {found} 行太多。请最多复制 {count} 行。</translation>
    </message>
    <message>
      <source>{issuer} issued the certificate; whether to trust it was not checked. Its code is {code}.</source>
      <translation>证书由{issuer}签发，是否可信未予核验，其代码为{code}。</translation>
    </message>
    <message>
      <source>{issuer}, which you trust, vouches for the name.</source>
      <translation>您信任的{issuer}为其身份作证。</translation>
    </message>
    <message>
      <source>{least} or more</source>
      <translation>至少 {least}</translation>
    </message>
    <message>
      <source>{least} to {most}</source>
      <translation>{least} 至 {most}</translation>
    </message>
    <message>
      <source>{name} approved {number} by telephone, and the confirmation is overdue since {date}.</source>
      <translation>{name}电话批准{number}，补办确认已逾期（{date}）。</translation>
    </message>
    <message>
      <source>{name} approved {number} by telephone; it waits for confirmation until {date}.</source>
      <translation>{name}已电话批准{number}，须于{date}前补办确认。</translation>
    </message>
    <message>
      <source>{name} can be imported.</source>
      <translation>{name}可以导入。</translation>
    </message>
    <message>
      <source>{name} cannot be read. Check the medium and try again.</source>
      <translation>无法读取“{name}”。请检查介质后重试。</translation>
    </message>
    <message>
      <source>{name} cannot be written there. Check room and rights of the folder; the checklist itself is untouched.</source>
      <translation>无法在该位置写入{name}。请检查文件夹的剩余空间和权限；检查清单本身未受影响。</translation>
    </message>
    <message>
      <source>{name} cannot be written there. Check room and rights of the folder; the document itself is untouched.</source>
      <translation>{name}无法写入该位置。请检查文件夹的空间和权限；文书本身未受影响。</translation>
    </message>
    <message>
      <source>{name} cannot be written there. Check room and rights of the folder; the documents themselves are untouched.</source>
      <translation>无法将{name}写入该处。请检查文件夹的剩余空间和权限；文书本身未受影响。</translation>
    </message>
    <message>
      <source>{name} cannot be written there. Check room and rights of the folder; the evidence itself is untouched.</source>
      <translation>{name}无法写入该处。请检查空间和文件夹权限，证据本身未受影响。</translation>
    </message>
    <message>
      <source>{name} cannot be written there. Check room and rights of the folder; the notice itself is untouched.</source>
      <translation>{name}无法写入该处。请检查空间和文件夹权限，通知书本身未受影响。</translation>
    </message>
    <message>
      <source>{name} cannot be written there. Check room and rights of the folder; the register itself is untouched.</source>
      <translation>{name}无法写入该处。请检查文件夹的空间和权限；登记簿本身未受影响。</translation>
    </message>
    <message>
      <source>{name} cannot be written there. Check room and rights of the folder; the template itself is untouched.</source>
      <translation>无法在该处写入{name}。请检查空间和文件夹权限；模板本身未受影响。</translation>
    </message>
    <message>
      <source>{name} could not be written ({reason}). Choose another folder.</source>
      <translation>{name} 无法写入（{reason}）。请换一个文件夹。</translation>
    </message>
    <message>
      <source>{name} does not lie in a workspace. Name a file in a workspace's folder of inspections.</source>
      <translation>{name}不在工作区内，请指定工作区检查文件夹中的文件。</translation>
    </message>
    <message>
      <source>{name} exists in that folder already and was left as it is.</source>
      <translation>该文件夹中已有{name}，已保持原样。</translation>
    </message>
    <message>
      <source>{name} grows beyond {size} MB when it is unpacked, which no checklist does. It was not opened; ask for it again.</source>
      <translation>{name} 解压后超过 {size} MB，不可能是检查清单。文件未打开，请重新索取。</translation>
    </message>
    <message>
      <source>{name} has more than {rows} rows or is wider than any checklist. Delete what is empty below and beside the table and save it again.</source>
      <translation>{name} 超过 {rows} 行，或者比任何检查清单都宽。请删除表格下方和右侧的空行空列后重新保存。</translation>
    </message>
    <message>
      <source>{name} has signed on this line. Say why the strokes are struck out; both stay on the paper.</source>
      <translation>{name}已在此处签名。请写明划去原笔迹的原因；两次笔迹都保留在文书上。</translation>
    </message>
    <message>
      <source>{name} holds something else than a safety copy. It was not touched; choose another folder.</source>
      <translation>{name} 中存放的不是安全副本，未作改动；请另选文件夹。</translation>
    </message>
    <message>
      <source>{name} is a folder. Choose a file inside it; nothing was changed.</source>
      <translation>{name} 是文件夹，请选择其中的文件；未作任何更改。</translation>
    </message>
    <message>
      <source>{name} is a folder. Give the name of a file for the result.</source>
      <translation>{name} 是文件夹；请为结果给出文件名。</translation>
    </message>
    <message>
      <source>{name} is a pipe or a device and not a file. Copy what it gives into a file and choose that; nothing was changed.</source>
      <translation>{name} 是管道或设备，不是文件。请先将其内容另存为文件再选择；未作任何更改。</translation>
    </message>
    <message>
      <source>{name} is here already as evidence {number}; it was not stored again.</source>
      <translation>{name}已作为证据{number}存在，未重复存入。</translation>
    </message>
    <message>
      <source>{name} is in that folder already and says something else. Nothing was written; choose another folder.</source>
      <translation>该文件夹中已有内容不同的{name}，未写出任何文件，请另选文件夹。</translation>
    </message>
    <message>
      <source>{name} is larger than 20 MB, which no checklist is. Check the file.</source>
      <translation>{name}超过20 MB，清单不会这么大。请检查文件。</translation>
    </message>
    <message>
      <source>{name} is no checklist this program reads. Checklists come as .xlsx, .xls, .csv or .md.</source>
      <translation>{name}不是本程序能读的清单。清单格式为.xlsx、.xls、.csv或.md。</translation>
    </message>
    <message>
      <source>{name} is not a package, or it is damaged or was changed. Ask for it again; nothing was taken.</source>
      <translation>“{name}”不是移交包，或已损坏、被改动。请对方重新提供，未接收任何内容。</translation>
    </message>
    <message>
      <source>{name} is not the library of a signing token, or its driver is not complete. Install the driver that came with the token and choose its PKCS#11 library.</source>
      <translation>“{name}”不是密码设备的程序库，或其驱动不完整。请安装随设备提供的驱动，再选择其PKCS#11程序库。</translation>
    </message>
    <message>
      <source>{name} is not the name of a template. Name the file after the type of document, such as record.toml.</source>
      <translation>{name}不是模板文件名。请按文书类型命名，例如 record.toml。</translation>
    </message>
    <message>
      <source>{name} is not there. Put the stick in, or choose another place.</source>
      <translation>找不到“{name}”。请插入U盘，或选择其他位置。</translation>
    </message>
    <message>
      <source>{name} is one part of something larger and says nothing alone. Verify the .handover file of its package, or the folder of the safety copy.</source>
      <translation>{name}只是其中一个部分，单独无法核验。请核验所属移交包的.handover文件，或者安全副本所在文件夹。</translation>
    </message>
    <message>
      <source>{name} is protected with a password. Take the password away in the spreadsheet program, save it and choose it again.</source>
      <translation>{name} 设有密码。请在表格软件中取消密码并保存后重新选择。</translation>
    </message>
    <message>
      <source>{name} is the safety copy of another laptop. It was not touched; choose another folder.</source>
      <translation>{name} 是另一台电脑的安全副本，未作改动；请另选文件夹。</translation>
    </message>
    <message>
      <source>{name} is there already and was left as it is. Choose another name, or say --replace.</source>
      <translation>{name} 已存在，未作改动。请换一个文件名，或者加上 --replace。</translation>
    </message>
    <message>
      <source>{name} is written.</source>
      <translation>已写出 {name}。</translation>
    </message>
    <message>
      <source>{name} may not approve this document: they wrote in it, or their office is not the one that the region's rules name. Ask somebody of that office who did not write it.</source>
      <translation>{name}不能批准本文书：参与过撰写，或职务达不到本地规则的审批层级。请由相应层级且未参与撰写的负责人批准。</translation>
    </message>
    <message>
      <source>{name} needs a place in the form, but was given a value. Give it a path.</source>
      <translation>{name}需要表单中的位置，却给了值。请给出路径。</translation>
    </message>
    <message>
      <source>{name} was made by a newer version of the program. Install that version; nothing was changed.</source>
      <translation>“{name}”由更新版本的程序制作。请安装该版本，本机未作更改。</translation>
    </message>
    <message>
      <source>{name} was not taken in: the program made a mistake. The others are not affected.</source>
      <translation>{name}未接收：程序出错了，其他文件不受影响。</translation>
    </message>
    <message>
      <source>{name} was removed from this laptop on {day}; another laptop holds all of it. Take its package in to read it here.</source>
      <translation>{name}已于{day}从本机移除，另一台电脑持有全部内容。需在本机查阅的，请收入其移交包。</translation>
    </message>
    <message>
      <source>{name} wrote in this document, and nobody approves what they wrote. Nothing was changed.</source>
      <translation>{name}参与起草了本文书，起草人不得批准。本机未作任何改动。</translation>
    </message>
    <message>
      <source>{name}'s answer to this request was taken in already. Nothing was changed.</source>
      <translation>{name}对该请求的答复已导入过。本机未作任何改动。</translation>
    </message>
    <message>
      <source>{name}'s passphrase was set by somebody who wrote this document. {name} changes it first: Ctrl+L, unlock as {name}, then People &amp; keys. Nothing was approved.</source>
      <translation>{name}的口令由本文书起草人设置，须由{name}先自行更改：按Ctrl+L，以{name}解锁，再到“人员与密钥”。尚未批准。</translation>
    </message>
    <message>
      <source>{name}: read as {kind}.</source>
      <translation>{name}：按 {kind} 读取。</translation>
    </message>
    <message>
      <source>{question}: {effects}</source>
      <translation>{question}：{effects}</translation>
    </message>
    <message>
      <source>{status}: {count}</source>
      <translation>{status}：{count}</translation>
    </message>
    <message>
      <source>{text} is none of the choices. It is kept as a remark.</source>
      <translation>“{text}”不在选项中，已留在备注里。</translation>
    </message>
    <message>
      <source>{title} has a version that is locked for the team. Unlock it first.</source>
      <translation>“{title}”已锁定为全组统一版本。请先解除锁定。</translation>
    </message>
    <message>
      <source>{title} is another checklist, not another version of this one. Start it beside it.</source>
      <translation>{title}是另一份清单，不是本清单的其他版本。请另行开始。</translation>
    </message>
    <message>
      <source>{title} {version} was taken in before tables were kept, so it has no table here. Take its file in again.</source>
      <translation>“{title}”{version} 导入时尚未保存表格，这里没有它的表格。请重新导入原文件。</translation>
    </message>
    <message>
      <source>{typed} does not stand on the scale from {start} to {end} in steps of {step}.</source>
      <translation>{typed}不在刻度上：从{start}到{end}，步长{step}。</translation>
    </message>
    <message>
      <source>{typed} is no date with time. Enter it as 2026-03-01 21:30.</source>
      <translation>{typed}不是日期时间，请按2026-03-01 21:30填写。</translation>
    </message>
    <message>
      <source>{typed} is no date. Enter it as 2026-03-01.</source>
      <translation>{typed}不是日期，请按2026-03-01填写。</translation>
    </message>
    <message>
      <source>{typed} is no number. Enter digits with at most one decimal point.</source>
      <translation>{typed}不是数字，请填写数字，最多一个小数点。</translation>
    </message>
    <message>
      <source>{typed} is no time of day. Enter it as 21:30.</source>
      <translation>{typed}不是时间，请按21:30填写。</translation>
    </message>
    <message>
      <source>{typed} is no whole number. Enter digits only.</source>
      <translation>{typed}不是整数，请只填写数字。</translation>
    </message>
    <message>
      <source>¥ {amount} are deducted for a finding that was withdrawn.</source>
      <translation>为一项已撤回的问题核减了 ¥ {amount}，请更正。</translation>
    </message>
    <message>
      <source>“{question}” is not answered</source>
      <translation>“{question}”未填写</translation>
    </message>
    <message>
      <source>“{question}” is not asked</source>
      <translation>“{question}”未询问</translation>
    </message>
    <message>
      <source>“{question}” is {value}</source>
      <translation>“{question}”为{value}</translation>
    </message>
    <message>
      <source>“{text}” is no day. Enter the deadline like 2027-01-07.</source>
      <translation>“{text}”不是日期。请按2027-01-07的格式填写处理期限。</translation>
    </message>
    <message>
      <source>“{text}” is no trace code of 20 digits. Nothing was kept.</source>
      <translation>“{text}”不是20位追溯码，未保存。</translation>
    </message>
    <message>
      <source>… and one more pair.</source>
      <translation>……另有 1 对。</translation>
    </message>
    <message>
      <source>… and one more row.</source>
      <translation>……另有 1 行。</translation>
    </message>
    <message>
      <source>… and {count} more pairs.</source>
      <translation>……另有 {count} 对。</translation>
    </message>
    <message>
      <source>… and {count} more rows.</source>
      <translation>……另有 {count} 行。</translation>
    </message>
  </context>
  <context>
    <name>SettingsPage</name>
    <message>
      <source>Appearance</source>
      <translation>外观</translation>
    </message>
    <message>
      <source>As the system</source>
      <translation>跟随系统</translation>
    </message>
    <message>
      <source>Checklist library…</source>
      <translation>清单库…</translation>
    </message>
    <message>
      <source>Checklists</source>
      <translation>检查清单</translation>
    </message>
    <message>
      <source>Counted from the last key, click or touch. Ctrl+L locks at once.</source>
      <translation>从最后一次按键、点击或触摸起计。Ctrl+L立即锁定。</translation>
    </message>
    <message>
      <source>Dark</source>
      <translation>深色</translation>
    </message>
    <message>
      <source>Document templates</source>
      <translation>文书模板</translation>
    </message>
    <message>
      <source>Language</source>
      <translation>语言</translation>
    </message>
    <message>
      <source>Law, local rules, holidays and categories. A file with a higher version in the workspace's packs folder replaces the one that came with the program.</source>
      <translation>法规条款、本地规则、节假日和问题类别。将更高版本的文件放入工作区的packs文件夹，即可替换程序自带的版本。</translation>
    </message>
    <message>
      <source>Light</source>
      <translation>浅色</translation>
    </message>
    <message>
      <source>Lock by itself</source>
      <translation>自动锁定</translation>
    </message>
    <message>
      <source>Look at the templates…</source>
      <translation>查看模板…</translation>
    </message>
    <message>
      <source>Packs in force</source>
      <translation>现行规则包</translation>
    </message>
    <message>
      <source>Settings</source>
      <translation>设置</translation>
    </message>
    <message>
      <source>The words of records, letters and lists; a bureau's own take the place of the shipped.</source>
      <translation>笔录、函件、清单的用语；本局模板优先于随附模板。</translation>
    </message>
    <message>
      <source>after {minutes} minutes</source>
      <translation>{minutes}分钟后</translation>
    </message>
    <message>
      <source>never</source>
      <translation>从不</translation>
    </message>
  </context>
  <context>
    <name>SheetTyping</name>
    <message>
      <source>Back to the beds</source>
      <translation>返回床位</translation>
    </message>
    <message>
      <source>Enter keeps it</source>
      <translation>回车保留</translation>
    </message>
    <message>
      <source>Hand-written line</source>
      <translation>手写行</translation>
    </message>
    <message>
      <source>Line before</source>
      <translation>上一行</translation>
    </message>
    <message>
      <source>Note</source>
      <translation>记录</translation>
    </message>
    <message>
      <source>Note for bed {bed}</source>
      <translation>{bed}床备注</translation>
    </message>
    <message>
      <source>Sheet of {ward}</source>
      <translation>{ward}核查表</translation>
    </message>
    <message>
      <source>Take the sheet</source>
      <translation>采用此表</translation>
    </message>
    <message>
      <source>Time on the sheet</source>
      <translation>核查表上的时间</translation>
    </message>
    <message>
      <source>Walked at</source>
      <translation>核查时间</translation>
    </message>
    <message>
      <source>bed, a space, the name</source>
      <translation>床号、空格、姓名</translation>
    </message>
    <message>
      <source>{done} of 1 line</source>
      <translation>{done}／1行</translation>
    </message>
    <message>
      <source>{done} of {lines} lines</source>
      <translation>{done}／{lines}行</translation>
    </message>
  </context>
  <context>
    <name>ShelfModel</name>
    <message>
      <source>Checklist</source>
      <translation>检查清单</translation>
    </message>
    <message>
      <source>File</source>
      <translation>文件</translation>
    </message>
    <message>
      <source>State</source>
      <translation>状态</translation>
    </message>
    <message>
      <source>Version</source>
      <translation>版本</translation>
    </message>
    <message>
      <source>{place} · set for the team by {name}</source>
      <translation>{place}，{name}定为全组统一版本</translation>
    </message>
  </context>
  <context>
    <name>Shell</name>
    <message>
      <source>Change it now</source>
      <translation>立即更改</translation>
    </message>
    <message>
      <source>Your passphrase was set while {name} was here. Change it; before that nobody approves with it.</source>
      <translation>您的口令是{name}在场时设置的，请更改；更改之前不能用它批准文书。</translation>
    </message>
  </context>
  <context>
    <name>ShortcutSheet</name>
    <message>
      <source>Keys</source>
      <translation>快捷键</translation>
    </message>
  </context>
  <context>
    <name>SignaturePad</name>
    <message>
      <source>%n pages</source>
      <translation>共%n页</translation>
    </message>
    <message>
      <source>Cancel</source>
      <translation>取消</translation>
    </message>
    <message>
      <source>Clear</source>
      <translation>清空</translation>
    </message>
    <message>
      <source>Enter who signs.</source>
      <translation>请填写签名人。</translation>
    </message>
    <message>
      <source>In the presence of {names}. The strokes are bound to these very pages and sealed by this laptop. They are no electronic signature in the sense of the law; signing on paper stays the ordinary way.</source>
      <translation>{names}在场。笔迹与本文书绑定并由本机封存，不是法律规定的电子签名；通常仍以纸质签名为准。</translation>
    </message>
    <message>
      <source>Line to sign on</source>
      <translation>签名栏</translation>
    </message>
    <message>
      <source>Post or relation</source>
      <translation>职务或者关系</translation>
    </message>
    <message>
      <source>Say why the first strokes are struck out; both stay on the paper.</source>
      <translation>请写明划去原笔迹的原因；两次笔迹都保留在文书上。</translation>
    </message>
    <message>
      <source>The field takes no more. Clear it and write the name again.</source>
      <translation>手写区已写满，请清空后重新签名。</translation>
    </message>
    <message>
      <source>This is my signature</source>
      <translation>确认签名</translation>
    </message>
    <message>
      <source>This line was signed twice; withdraw the paper and make a new one.</source>
      <translation>此处已签名两次，请撤回文书后重新制作。</translation>
    </message>
    <message>
      <source>Undo stroke</source>
      <translation>撤销一笔</translation>
    </message>
    <message>
      <source>Who signs</source>
      <translation>签名人</translation>
    </message>
    <message>
      <source>Why the first strokes are struck out</source>
      <translation>划去原笔迹的原因</translation>
    </message>
    <message>
      <source>{institution}, {pages}. Read the paper before you sign.</source>
      <translation>{institution}，{pages}。签名前请先阅读文书。</translation>
    </message>
    <message>
      <source>{line}: signed by {name}</source>
      <translation>{line}：{name}已签</translation>
    </message>
  </context>
  <context>
    <name>SigningOnScreen</name>
    <message>
      <source>Sign on the screen</source>
      <translation>屏幕签名</translation>
    </message>
    <message>
      <source>{name} has signed. The paper with the strokes is sealed; Ctrl+Alt+S takes the next.</source>
      <translation>{name}已签名，文书已连同笔迹封存；按 Ctrl+Alt+S 由下一人签名。</translation>
    </message>
  </context>
  <context>
    <name>SmallForm</name>
    <message>
      <source>Cancel</source>
      <translation>取消</translation>
    </message>
  </context>
  <context>
    <name>Spine</name>
    <message>
      <source>Places of the inspection</source>
      <translation>检查的各个部分</translation>
    </message>
  </context>
  <context>
    <name>Stamping</name>
    <message>
      <source>Add a time stamp</source>
      <translation>加盖时间戳</translation>
    </message>
    <message>
      <source>Asking for a time stamp</source>
      <translation>正在申请时间戳</translation>
    </message>
    <message>
      <source>The time stamp is added. Verify tells its time and who vouches.</source>
      <translation>已加盖时间戳。可通过“验证”查看时间和出具机构。</translation>
    </message>
  </context>
  <context>
    <name>State</name>
    <message>
      <source>Accepted</source>
      <translation>已验收</translation>
    </message>
    <message>
      <source>Agrees</source>
      <translation>相符</translation>
    </message>
    <message>
      <source>Announced</source>
      <translation>预先告知</translation>
    </message>
    <message>
      <source>Approved</source>
      <translation>已批准</translation>
    </message>
    <message>
      <source>Became a finding</source>
      <translation>已转为问题</translation>
    </message>
    <message>
      <source>Bought, not settled</source>
      <translation>已入库，未结算</translation>
    </message>
    <message>
      <source>Clinic</source>
      <translation>诊所</translation>
    </message>
    <message>
      <source>Closed</source>
      <translation>已销号</translation>
    </message>
    <message>
      <source>Code unmatched</source>
      <translation>编码未对应</translation>
    </message>
    <message>
      <source>Community health centre</source>
      <translation>社区卫生服务中心</translation>
    </message>
    <message>
      <source>Confirmed</source>
      <translation>已认定</translation>
    </message>
    <message>
      <source>Covert</source>
      <translation>暗访</translation>
    </message>
    <message>
      <source>Damaged</source>
      <translation>已损坏</translation>
    </message>
    <message>
      <source>Data screening</source>
      <translation>数据筛查</translation>
    </message>
    <message>
      <source>Decide the suspicions</source>
      <translation>处理疑点</translation>
    </message>
    <message>
      <source>Deliver the notice</source>
      <translation>送达通知书</translation>
    </message>
    <message>
      <source>Delivered</source>
      <translation>已送达</translation>
    </message>
    <message>
      <source>Director of the bureau</source>
      <translation>局负责人</translation>
    </message>
    <message>
      <source>Dismissed</source>
      <translation>已排除</translation>
    </message>
    <message>
      <source>Draft</source>
      <translation>草稿</translation>
    </message>
    <message>
      <source>Expert</source>
      <translation>专家</translation>
    </message>
    <message>
      <source>Finished</source>
      <translation>已办结</translation>
    </message>
    <message>
      <source>First level</source>
      <translation>一级</translation>
    </message>
    <message>
      <source>Handed over</source>
      <translation>交接清单</translation>
    </message>
    <message>
      <source>Have the notice approved</source>
      <translation>请人批准通知书</translation>
    </message>
    <message>
      <source>Head of division</source>
      <translation>处室负责人</translation>
    </message>
    <message>
      <source>Head of section</source>
      <translation>科室负责人</translation>
    </message>
    <message>
      <source>Hospital</source>
      <translation>医院</translation>
    </message>
    <message>
      <source>In no purchase</source>
      <translation>台账无记录</translation>
    </message>
    <message>
      <source>Inspector</source>
      <translation>执法人员</translation>
    </message>
    <message>
      <source>Insurance agency</source>
      <translation>医保经办机构</translation>
    </message>
    <message>
      <source>Issued</source>
      <translation>已签发</translation>
    </message>
    <message>
      <source>Never bought</source>
      <translation>无采购入库</translation>
    </message>
    <message>
      <source>No ledger can say</source>
      <translation>无台账可对</translation>
    </message>
    <message>
      <source>No number in the ledger</source>
      <translation>台账未载明号码</translation>
    </message>
    <message>
      <source>Not counted</source>
      <translation>未盘点</translation>
    </message>
    <message>
      <source>Not shown</source>
      <translation>未出示</translation>
    </message>
    <message>
      <source>Nothing left to do</source>
      <translation>已无待办</translation>
    </message>
    <message>
      <source>Notified</source>
      <translation>已告知</translation>
    </message>
    <message>
      <source>On site</source>
      <translation>检查中</translation>
    </message>
    <message>
      <source>Open the visit</source>
      <translation>进入现场</translation>
    </message>
    <message>
      <source>Other</source>
      <translation>其他</translation>
    </message>
    <message>
      <source>Over-billed</source>
      <translation>多计</translation>
    </message>
    <message>
      <source>Pharmacy</source>
      <translation>药店</translation>
    </message>
    <message>
      <source>Prepared</source>
      <translation>已准备</translation>
    </message>
    <message>
      <source>Private</source>
      <translation>民营</translation>
    </message>
    <message>
      <source>Public</source>
      <translation>公立</translation>
    </message>
    <message>
      <source>Record findings</source>
      <translation>记录问题</translation>
    </message>
    <message>
      <source>Rectified</source>
      <translation>已整改</translation>
    </message>
    <message>
      <source>Returned</source>
      <translation>已退回</translation>
    </message>
    <message>
      <source>Salvage the file</source>
      <translation>抢救文件</translation>
    </message>
    <message>
      <source>Second level</source>
      <translation>二级</translation>
    </message>
    <message>
      <source>Settle the open points</source>
      <translation>处理未决事项</translation>
    </message>
    <message>
      <source>Settled, yet here</source>
      <translation>已结算，实物仍在</translation>
    </message>
    <message>
      <source>Shown</source>
      <translation>已出示</translation>
    </message>
    <message>
      <source>Sign and issue</source>
      <translation>签署并签发</translation>
    </message>
    <message>
      <source>Sold by the piece</source>
      <translation>已拆零销售</translation>
    </message>
    <message>
      <source>Supervisor</source>
      <translation>监督人员</translation>
    </message>
    <message>
      <source>Suspicion</source>
      <translation>疑点</translation>
    </message>
    <message>
      <source>Team lead</source>
      <translation>组长</translation>
    </message>
    <message>
      <source>Third level</source>
      <translation>三级</translation>
    </message>
    <message>
      <source>To confirm</source>
      <translation>待确认</translation>
    </message>
    <message>
      <source>Unannounced</source>
      <translation>不预先告知</translation>
    </message>
    <message>
      <source>Under review</source>
      <translation>待验收</translation>
    </message>
    <message>
      <source>Under-billed</source>
      <translation>少计</translation>
    </message>
    <message>
      <source>Ungraded</source>
      <translation>未定级</translation>
    </message>
    <message>
      <source>Unit unknown</source>
      <translation>换算不明</translation>
    </message>
    <message>
      <source>Visit closed</source>
      <translation>进场已结束</translation>
    </message>
    <message>
      <source>Walk the wards</source>
      <translation>核查病区</translation>
    </message>
    <message>
      <source>Withdrawn</source>
      <translation>已撤回</translation>
    </message>
    <message>
      <source>Write the notice</source>
      <translation>起草通知书</translation>
    </message>
  </context>
  <context>
    <name>StatusLine</name>
    <message>
      <source>Code of the last line of this laptop's journal. It is printed on every document; with it anybody can find out later whether lines were cut off or rewritten.</source>
      <translation>本机日志最后一行的代码，印在每份文书上。凭它任何人日后都能查明记录是否被截断或改写。</translation>
    </message>
    <message>
      <source>Ctrl+Shift+B makes a safety copy.</source>
      <translation>按 Ctrl+Shift+B 制作安全副本。</translation>
    </message>
    <message>
      <source>Everything that is done now is written down under this name. Ctrl+L changes the person.</source>
      <translation>现在所做的一切都记在此人名下。Ctrl+L可换人。</translation>
    </message>
    <message>
      <source>Free room on the disk that holds the workspace, at 4 MB a photograph. When it gets short, move finished inspections elsewhere.</source>
      <translation>工作区所在磁盘的剩余空间，按每张照片4 MB计。空间不足时请将已完成的检查移到别处。</translation>
    </message>
    <message>
      <source>Offline</source>
      <translation>离线</translation>
    </message>
    <message>
      <source>Room for 1 photograph</source>
      <translation>可存1张照片</translation>
    </message>
    <message>
      <source>Room for {count} photographs</source>
      <translation>可存{count}张照片</translation>
    </message>
    <message>
      <source>Saved {time}</source>
      <translation>已保存 {time}</translation>
    </message>
    <message>
      <source>The last change is on the disk since then, encrypted. There is no button for saving.</source>
      <translation>自该时刻起，最近的改动已加密写入磁盘。无需点击保存。</translation>
    </message>
    <message>
      <source>This program makes no network call. Nothing leaves the laptop unless a person exports it.</source>
      <translation>本程序不进行任何网络通信。未经人工导出，任何内容都不会离开此电脑。</translation>
    </message>
  </context>
  <context>
    <name>StepStrip</name>
    <message>
      <source>done</source>
      <translation>已完成</translation>
    </message>
    <message>
      <source>later</source>
      <translation>待办</translation>
    </message>
    <message>
      <source>next</source>
      <translation>下一步</translation>
    </message>
  </context>
  <context>
    <name>Stock</name>
    <message>
      <source>Billed to the fund</source>
      <translation>医保计费</translation>
    </message>
    <message>
      <source>Counted on site</source>
      <translation>实盘</translation>
    </message>
    <message>
      <source>Lost or destroyed</source>
      <translation>报损销毁</translation>
    </message>
    <message>
      <source>Opening count</source>
      <translation>期初库存</translation>
    </message>
    <message>
      <source>Own use</source>
      <translation>科室自用</translation>
    </message>
    <message>
      <source>Paid by patients</source>
      <translation>自费</translation>
    </message>
    <message>
      <source>Purchased</source>
      <translation>购进</translation>
    </message>
    <message>
      <source>Returned by patients</source>
      <translation>销售退回</translation>
    </message>
    <message>
      <source>Returned to suppliers</source>
      <translation>购进退出</translation>
    </message>
    <message>
      <source>Transferred in</source>
      <translation>调入</translation>
    </message>
    <message>
      <source>Transferred out</source>
      <translation>调出</translation>
    </message>
    <message>
      <source>from the specification</source>
      <translation>规格</translation>
    </message>
    <message>
      <source>from the table of units</source>
      <translation>换算表</translation>
    </message>
    <message>
      <source>the same unit</source>
      <translation>同一单位</translation>
    </message>
    <message>
      <source>weights and measures</source>
      <translation>度量衡</translation>
    </message>
  </context>
  <context>
    <name>StockItem</name>
    <message>
      <source>, worth ¥ {amount}</source>
      <translation>，折合¥ {amount}</translation>
    </message>
    <message>
      <source>At hand and billed, month by month</source>
      <translation>逐月可用量与计费量</translation>
    </message>
    <message>
      <source>Billed</source>
      <translation>计费</translation>
    </message>
    <message>
      <source>Billed at ¥ {price} a {unit}, allowed by purchase {allowed}: ¥ {over} over in {rows} lines</source>
      <translation>计费单价¥{price}／{unit}，按购进价可收{allowed}，{rows}行多收¥{over}</translation>
    </message>
    <message>
      <source>Billed at ¥ {price} a {unit}, ceiling {allowed}: ¥ {over} over in {rows} lines</source>
      <translation>计费单价¥{price}／{unit}，最高限价{allowed}，{rows}行多收¥{over}</translation>
    </message>
    <message>
      <source>By the formula of the platform: settled {settled} − (opening {opening} + taken in {taken} − closing {closing} − sold for cash {cash}) = {difference}</source>
      <translation>平台公式：医保结算{settled}－（期初{opening}＋本期购入{taken}－期末{closing}－现金销售{cash}）＝{difference}</translation>
    </message>
    <message>
      <source>Could be sold</source>
      <translation>理论可售</translation>
    </message>
    <message>
      <source>Difference</source>
      <translation>差异</translation>
    </message>
    <message>
      <source>Difference = billed {billed} − (opening {opening} + purchased {purchased} − returned {returned} − loss {loss} − counted {counted}) = {difference} {unit}</source>
      <translation>差异＝计费{billed}－（期初{opening}＋购进{purchased}－退出{returned}－损耗{loss}－实盘{counted}）＝{difference}{unit}</translation>
    </message>
    <message>
      <source>{month} at hand</source>
      <translation>{month} 可用</translation>
    </message>
    <message>
      <source>{month} billed</source>
      <translation>{month} 计费</translation>
    </message>
    <message>
      <source>{term}: lines of the ledger: {count}</source>
      <translation>{term}：台账{count}行</translation>
    </message>
  </context>
  <context>
    <name>StockPage</name>
    <message>
      <source>The checklist for drugs and consumables asks for invoices and delivery notes, the books, and what is counted on the shelves against what was billed.</source>
      <translation>药品耗材清单逐题核对发票与随货同行单、账簿记录，以及实地盘点数与结算数。</translation>
    </message>
    <message>
      <source>The stock has not been checked yet</source>
      <translation>尚未核查进销存</translation>
    </message>
  </context>
  <context>
    <name>StockPlace</name>
    <message>
      <source>Charges</source>
      <translation>收费</translation>
    </message>
    <message>
      <source>Checklist</source>
      <translation>检查清单</translation>
    </message>
    <message>
      <source>Import the billing with admissions and discharges. Fees outside the stay, stays on the same days, admissions soon after a discharge and days without any service are pointed at.</source>
      <translation>导入含入院、出院日期的收费明细。指出住院日期以外收费、住院日期重叠、出院后短期内再次入院和连续无收费项目。</translation>
    </message>
    <message>
      <source>Import the billing. What is billed twice, in parts, too often, too dear or for the wrong person by the region's rules is pointed at, net of refunds.</source>
      <translation>导入收费明细。按本地收费规则指出重复、分解、超次数、超标准以及与患者不符的收费，退费已扣除。</translation>
    </message>
    <message>
      <source>Import the settled trace codes, and the purchases with theirs where there are any. A code settled twice, elsewhere too, before its purchase or without one is pointed at.</source>
      <translation>导入已结算的追溯码，如有带追溯码的采购入库记录一并导入。同一码多次结算、多家机构结算、早于入库或无入库记录的，均列为疑点。</translation>
    </message>
    <message>
      <source>No billing yet</source>
      <translation>尚无收费明细</translation>
    </message>
    <message>
      <source>No trace codes yet</source>
      <translation>尚无追溯码</translation>
    </message>
    <message>
      <source>Papers</source>
      <translation>购进票据</translation>
    </message>
    <message>
      <source>Reconciliation</source>
      <translation>台账核对</translation>
    </message>
    <message>
      <source>Scanning</source>
      <translation>现场扫码</translation>
    </message>
    <message>
      <source>Stays</source>
      <translation>住院</translation>
    </message>
    <message>
      <source>Trace codes</source>
      <translation>追溯码</translation>
    </message>
  </context>
  <context>
    <name>StockSheetPage</name>
    <message>
      <source>Agrees</source>
      <translation>相符</translation>
    </message>
    <message>
      <source>All</source>
      <translation>全部</translation>
    </message>
    <message>
      <source>Back to the items</source>
      <translation>返回品种列表</translation>
    </message>
    <message>
      <source>Billed</source>
      <translation>计费</translation>
    </message>
    <message>
      <source>Billed without goods</source>
      <translation>多计（无货有账）</translation>
    </message>
    <message>
      <source>Could be sold</source>
      <translation>理论可售</translation>
    </message>
    <message>
      <source>Difference</source>
      <translation>差异</translation>
    </message>
    <message>
      <source>Find an item</source>
      <translation>查找品种</translation>
    </message>
    <message>
      <source>Goods without a bill</source>
      <translation>少计（有货无账）</translation>
    </message>
    <message>
      <source>Import what the institution handed over: billing, purchases and stock counts, all files at once. Any software's export will do; columns are recognised and can be corrected.</source>
      <translation>导入被检机构提供的收费明细、采购入库和盘存，一次选齐。任何软件的导出均可，列自动识别，可手工更正。</translation>
    </message>
    <message>
      <source>Item</source>
      <translation>品种</translation>
    </message>
    <message>
      <source>Items</source>
      <translation>品种</translation>
    </message>
    <message>
      <source>Items: {count}</source>
      <translation>共{count}个品种</translation>
    </message>
    <message>
      <source>Name, specification or code   /</source>
      <translation>名称、规格或编码   /</translation>
    </message>
    <message>
      <source>No ledger yet</source>
      <translation>还没有台账</translation>
    </message>
    <message>
      <source>Not computed</source>
      <translation>不能核算</translation>
    </message>
    <message>
      <source>Period</source>
      <translation>期间</translation>
    </message>
    <message>
      <source>Period from</source>
      <translation>期间起</translation>
    </message>
    <message>
      <source>Period to</source>
      <translation>期间止</translation>
    </message>
    <message>
      <source>Show the suspicions</source>
      <translation>查看疑点</translation>
    </message>
    <message>
      <source>Unit</source>
      <translation>单位</translation>
    </message>
    <message>
      <source>What it means</source>
      <translation>结论</translation>
    </message>
    <message>
      <source>Which items</source>
      <translation>品种范围</translation>
    </message>
    <message>
      <source>Worth (¥)</source>
      <translation>折合（元）</translation>
    </message>
    <message>
      <source>lines of other days, not counted: {count}</source>
      <translation>期间外{count}行未计入</translation>
    </message>
    <message>
      <source>lines without a day: {count}</source>
      <translation>无日期{count}行</translation>
    </message>
    <message>
      <source>prices above the rule: {count}</source>
      <translation>单价超规定：{count}</translation>
    </message>
    <message>
      <source>suspected swaps: {count}</source>
      <translation>疑似串换{count}对</translation>
    </message>
  </context>
  <context>
    <name>SuspicionView</name>
    <message>
      <source>Amount</source>
      <translation>金额</translation>
    </message>
    <message>
      <source>Confirm into a finding</source>
      <translation>认定为问题</translation>
    </message>
    <message>
      <source>Confirm {count} into one finding</source>
      <translation>{count} 条合并认定为一个问题</translation>
    </message>
    <message>
      <source>Delete: reason for dismissing, such as: slip shown and signed</source>
      <translation>排除理由（Delete键到此），如：已出示请假条并签字</translation>
    </message>
    <message>
      <source>Dismiss with this reason</source>
      <translation>按此理由排除</translation>
    </message>
    <message>
      <source>Dismissed: {reason}</source>
      <translation>已排除：{reason}</translation>
    </message>
    <message>
      <source>Open again</source>
      <translation>重新打开</translation>
    </message>
    <message>
      <source>Persons</source>
      <translation>人次</translation>
    </message>
    <message>
      <source>Reason for dismissing</source>
      <translation>排除理由</translation>
    </message>
    <message>
      <source>Show the finding</source>
      <translation>查看问题</translation>
    </message>
    <message>
      <source>Show the lines of the ledgers: {count}</source>
      <translation>查看台账原始行（{count} 行）</translation>
    </message>
    <message>
      <source>Suspicions chosen</source>
      <translation>所选疑点</translation>
    </message>
  </context>
  <context>
    <name>TabbedPlace</name>
    <message>
      <source>Ledgers or checklist</source>
      <translation>台账或清单</translation>
    </message>
    <message>
      <source>Reconciliation or checklist</source>
      <translation>台账核对或检查清单</translation>
    </message>
  </context>
  <context>
    <name>TakingIn</name>
    <message>
      <source>Checking the package of {name}</source>
      <translation>正在核对{name}的移交包</translation>
    </message>
    <message>
      <source>From other laptops</source>
      <translation>来自其他电脑</translation>
    </message>
    <message>
      <source>Take a package in</source>
      <translation>收入移交包</translation>
    </message>
    <message>
      <source>Taking the package of {name} in</source>
      <translation>正在收入{name}的移交包</translation>
    </message>
  </context>
  <context>
    <name>TeamPicker</name>
    <message>
      <source>Team</source>
      <translation>检查组</translation>
    </message>
    <message>
      <source>no certificate number</source>
      <translation>无执法证号</translation>
    </message>
  </context>
  <context>
    <name>TelephoneApproving</name>
    <message>
      <source>Pictures and PDF (*.pdf *.jpg *.jpeg *.png *.tif *.tiff *.heic)</source>
      <translation>图片与PDF (*.pdf *.jpg *.jpeg *.png *.tif *.tiff *.heic)</translation>
    </message>
    <message>
      <source>The approver's signed confirmation</source>
      <translation>批准人签字的确认件</translation>
    </message>
  </context>
  <context>
    <name>TemplatesModel</name>
    <message>
      <source>Document</source>
      <translation>文书</translation>
    </message>
    <message>
      <source>Source</source>
      <translation>来源</translation>
    </message>
    <message>
      <source>Version</source>
      <translation>版本</translation>
    </message>
    <message>
      <source>cannot be used</source>
      <translation>无法使用</translation>
    </message>
    <message>
      <source>shipped</source>
      <translation>随附</translation>
    </message>
    <message>
      <source>the bureau's own</source>
      <translation>本局</translation>
    </message>
  </context>
  <context>
    <name>TemplatesPage</name>
    <message>
      <source>Back to the shipped one</source>
      <translation>恢复随附模板</translation>
    </message>
    <message>
      <source>Document templates</source>
      <translation>文书模板</translation>
    </message>
    <message>
      <source>Fields that it may name</source>
      <translation>可用字段</translation>
    </message>
    <message>
      <source>Leave it</source>
      <translation>不用</translation>
    </message>
    <message>
      <source>List</source>
      <translation>列表</translation>
    </message>
    <message>
      <source>List or paper</source>
      <translation>列表或文书</translation>
    </message>
    <message>
      <source>Look at a file…</source>
      <translation>试看文件…</translation>
    </message>
    <message>
      <source>Paper</source>
      <translation>文书</translation>
    </message>
    <message>
      <source>Settings</source>
      <translation>设置</translation>
    </message>
    <message>
      <source>Template</source>
      <translation>模板</translation>
    </message>
    <message>
      <source>This is {name} with invented content. Nothing is replaced yet.</source>
      <translation>以虚构内容试看{name}，尚未替换。</translation>
    </message>
    <message>
      <source>Use it from now on</source>
      <translation>启用</translation>
    </message>
    <message>
      <source>Write as a file…</source>
      <translation>导出为文件…</translation>
    </message>
    <message>
      <source>Write the chosen one as a file, change its words, look at it here, and use it. A field that the document does not have is told with its line, and nothing is replaced.</source>
      <translation>选中模板导出为文件，修改用语后在此试看，再启用。模板中如有该文书没有的字段，会指出所在行，且不作替换。</translation>
    </message>
    <message>
      <source>{name} was written. Give it a version of its own when you change it.</source>
      <translation>已写出{name}。修改时请改写其版本号。</translation>
    </message>
    <message>
      <source>{title}: the bureau's own template is used from now on; issued documents stay.</source>
      <translation>{title}：现已启用本局模板，已制发的文书不变。</translation>
    </message>
    <message>
      <source>{title}: the shipped template is used again.</source>
      <translation>{title}：已恢复随附模板。</translation>
    </message>
  </context>
  <context>
    <name>TimeStampAuthority</name>
    <message>
      <source>Address of the time-stamp authority</source>
      <translation>时间戳机构地址</translation>
    </message>
    <message>
      <source>Off while this is empty. It is asked only when somebody adds a time stamp to an issued notice, and gets a hash, never the document.</source>
      <translation>留空即停用。仅在有人为已制发通知书加盖时间戳时联系该机构，只发送校验值，不发送文书。</translation>
    </message>
    <message>
      <source>Off.</source>
      <translation>已停用。</translation>
    </message>
    <message>
      <source>Set</source>
      <translation>设置</translation>
    </message>
    <message>
      <source>Set; nobody was asked yet.</source>
      <translation>已设置，尚未联系该机构。</translation>
    </message>
    <message>
      <source>Time-stamp authority</source>
      <translation>时间戳机构</translation>
    </message>
  </context>
  <context>
    <name>Timeline</name>
    <message>
      <source>{count} minutes without an entry</source>
      <translation>{count}分钟无录入</translation>
    </message>
  </context>
  <context>
    <name>TimelinePage</name>
    <message>
      <source>, 1 older one not shown</source>
      <translation>，另有1行较早的未显示</translation>
    </message>
    <message>
      <source>, {count} older ones not shown</source>
      <translation>，另有{count}行较早的未显示</translation>
    </message>
    <message>
      <source>1 line</source>
      <translation>1行</translation>
    </message>
    <message>
      <source>Code of the line</source>
      <translation>行代码</translation>
    </message>
    <message>
      <source>Enter opens this stretch into its lines.</source>
      <translation>按回车展开为逐条记录。</translation>
    </message>
    <message>
      <source>Enter: open a stretch into its lines</source>
      <translation>回车：展开为逐条记录</translation>
    </message>
    <message>
      <source>Everybody</source>
      <translation>所有人</translation>
    </message>
    <message>
      <source>From</source>
      <translation>起</translation>
    </message>
    <message>
      <source>Go to the thing</source>
      <translation>前往该事项</translation>
    </message>
    <message>
      <source>Hash of the line before</source>
      <translation>上一行的哈希值</translation>
    </message>
    <message>
      <source>Hash of this line</source>
      <translation>本行的哈希值</translation>
    </message>
    <message>
      <source>Laptop</source>
      <translation>电脑</translation>
    </message>
    <message>
      <source>Nothing was entered in this time although the visit was open.</source>
      <translation>进场期间，这段时间内没有任何录入。</translation>
    </message>
    <message>
      <source>Number in this laptop's chain</source>
      <translation>在本机链中的序号</translation>
    </message>
    <message>
      <source>Open or close the stretch</source>
      <translation>展开或收起</translation>
    </message>
    <message>
      <source>Person</source>
      <translation>人员</translation>
    </message>
    <message>
      <source>Print</source>
      <translation>打印</translation>
    </message>
    <message>
      <source>Print the timeline</source>
      <translation>打印时间线</translation>
    </message>
    <message>
      <source>Search the timeline</source>
      <translation>搜索时间线</translation>
    </message>
    <message>
      <source>The timeline went to the printer.</source>
      <translation>时间线已送打印机。</translation>
    </message>
    <message>
      <source>The wall clock moved against the laptop's own measure of time.</source>
      <translation>电脑时钟相对本机计时发生跳变。</translation>
    </message>
    <message>
      <source>Thing</source>
      <translation>名称</translation>
    </message>
    <message>
      <source>Time</source>
      <translation>时间</translation>
    </message>
    <message>
      <source>Timeline</source>
      <translation>时间线</translation>
    </message>
    <message>
      <source>To</source>
      <translation>止</translation>
    </message>
    <message>
      <source>To what</source>
      <translation>对象</translation>
    </message>
    <message>
      <source>What happened</source>
      <translation>发生了什么</translation>
    </message>
    <message>
      <source>What happened, to what, code   /</source>
      <translation>事项、对象或行代码　/</translation>
    </message>
    <message>
      <source>Whose entries are shown</source>
      <translation>显示谁的记录</translation>
    </message>
    <message>
      <source>{count} lines</source>
      <translation>{count}行</translation>
    </message>
  </context>
  <context>
    <name>TokenForm</name>
    <message>
      <source>A token signs for {name}</source>
      <translation>用数字证书介质为{name}签名</translation>
    </message>
    <message>
      <source>Certificates on the token</source>
      <translation>介质中的证书</translation>
    </message>
    <message>
      <source>Choose …</source>
      <translation>选择…</translation>
    </message>
    <message>
      <source>Driver of the token</source>
      <translation>介质驱动</translation>
    </message>
    <message>
      <source>Libraries (*.so *.dll *.dylib)</source>
      <translation>库文件 (*.so *.dll *.dylib)</translation>
    </message>
    <message>
      <source>Look on the token</source>
      <translation>读取介质</translation>
    </message>
    <message>
      <source>One signature on an empty page is tried. The PIN is not kept.</source>
      <translation>将在空白页上试签一次。PIN码不保存。</translation>
    </message>
    <message>
      <source>Own passphrase on this laptop</source>
      <translation>本人在此电脑上的口令</translation>
    </message>
    <message>
      <source>PIN of the token</source>
      <translation>介质PIN码</translation>
    </message>
    <message>
      <source>The PKCS#11 library that the token's driver put on this laptop.</source>
      <translation>介质驱动安装在本机的PKCS#11库文件。</translation>
    </message>
    <message>
      <source>Try the PIN and use it</source>
      <translation>校验PIN码并启用</translation>
    </message>
    <message>
      <source>issued by {issuer}, token {token}</source>
      <translation>{issuer}签发，介质{token}</translation>
    </message>
    <message>
      <source>{name}, valid until {date}</source>
      <translation>{name}，有效期至{date}</translation>
    </message>
  </context>
  <context>
    <name>TraceScanningPage</name>
    <message>
      <source>No settled codes and no purchases were imported; scans are kept for them.</source>
      <translation>尚未导入追溯码结算和采购台账；扫码先行保存，导入后自动比对。</translation>
    </message>
    <message>
      <source>Nothing scanned yet</source>
      <translation>尚未扫码</translation>
    </message>
    <message>
      <source>Photographs of codes</source>
      <translation>追溯码照片</translation>
    </message>
    <message>
      <source>Pictures (*.jpg *.jpeg *.png *.heic *.tif *.tiff *.bmp *.webp)</source>
      <translation>图片 (*.jpg *.jpeg *.png *.heic *.tif *.tiff *.bmp *.webp)</translation>
    </message>
    <message>
      <source>Read photographs</source>
      <translation>从照片读取</translation>
    </message>
    <message>
      <source>Scan a box, or type its 20 digits and Enter</source>
      <translation>扫描药盒，或输入20位码后回车</translation>
    </message>
    <message>
      <source>Scan boxes on the shelf with any scanner that types like a keyboard, or photograph their codes. A box that was settled and is still here, or that nobody bought, is pointed at.</source>
      <translation>用键盘式扫码枪扫描在架药盒，或拍摄追溯码照片。已结算而实物仍在、或无采购入库的，会立即指出。</translation>
    </message>
    <message>
      <source>Scanned codes</source>
      <translation>已扫追溯码</translation>
    </message>
    <message>
      <source>Scanned: {count}  ·  pointed at: {pointed}</source>
      <translation>已扫：{count}  ·  有疑点：{pointed}</translation>
    </message>
    <message>
      <source>Show the suspicions</source>
      <translation>查看疑点</translation>
    </message>
    <message>
      <source>Take the scan out</source>
      <translation>删除此条扫码</translation>
    </message>
    <message>
      <source>Trace code</source>
      <translation>追溯码</translation>
    </message>
  </context>
  <context>
    <name>TrialModel</name>
    <message>
      <source>Answer</source>
      <translation>答案</translation>
    </message>
    <message>
      <source>Question</source>
      <translation>题目</translation>
    </message>
    <message>
      <source>What becomes of it</source>
      <translation>结果</translation>
    </message>
    <message>
      <source>Why</source>
      <translation>原因</translation>
    </message>
    <message>
      <source>must be answered now</source>
      <translation>须补填</translation>
    </message>
    <message>
      <source>no longer asked</source>
      <translation>不再询问</translation>
    </message>
    <message>
      <source>no longer fits</source>
      <translation>不再符合要求</translation>
    </message>
    <message>
      <source>no longer in the form</source>
      <translation>新版本已删除</translation>
    </message>
  </context>
  <context>
    <name>UnlockPage</name>
    <message>
      <source>Everything on this laptop is encrypted. Your passphrase opens it.</source>
      <translation>此电脑上的一切均已加密，由您的口令打开。</translation>
    </message>
    <message>
      <source>Forgot your passphrase?</source>
      <translation>忘记口令？</translation>
    </message>
    <message>
      <source>Opening …</source>
      <translation>正在打开…</translation>
    </message>
    <message>
      <source>Passphrase</source>
      <translation>口令</translation>
    </message>
    <message>
      <source>The desk is locked</source>
      <translation>工作台已锁定</translation>
    </message>
    <message>
      <source>Try again in {seconds} s</source>
      <translation>{seconds}秒后再试</translation>
    </message>
    <message>
      <source>Unlock</source>
      <translation>解锁</translation>
    </message>
    <message>
      <source>Who are you?</source>
      <translation>您是谁？</translation>
    </message>
    <message>
      <source>another person</source>
      <translation>换人</translation>
    </message>
    <message>
      <source>forgotten</source>
      <translation>忘记口令</translation>
    </message>
    <message>
      <source>unlock</source>
      <translation>解锁</translation>
    </message>
  </context>
  <context>
    <name>VisitSteps</name>
    <message>
      <source>Answer, such as: understood, no request for withdrawal</source>
      <translation>回答，如：已知悉，不申请回避</translation>
    </message>
    <message>
      <source>Close the visit</source>
      <translation>离开现场</translation>
    </message>
    <message>
      <source>Come again: open another visit</source>
      <translation>再次进场</translation>
    </message>
    <message>
      <source>Compare</source>
      <translation>比对</translation>
    </message>
    <message>
      <source>Compare the clock</source>
      <translation>比对时钟</translation>
    </message>
    <message>
      <source>Enter and open the visit</source>
      <translation>进入现场</translation>
    </message>
    <message>
      <source>Its time, such as 23:19:00; Enter as it strikes</source>
      <translation>参考时间，如23:19:00，走到时按回车</translation>
    </message>
    <message>
      <source>Leave and close the visit</source>
      <translation>离开现场</translation>
    </message>
    <message>
      <source>Open the visit</source>
      <translation>进入现场</translation>
    </message>
    <message>
      <source>Read off: telephone, wall clock, radio clock</source>
      <translation>读取来源：手机、挂钟、电波钟</translation>
    </message>
    <message>
      <source>Received by: name and post</source>
      <translation>接待人：姓名和职务</translation>
    </message>
    <message>
      <source>Show the certificates</source>
      <translation>出示执法证</translation>
    </message>
    <message>
      <source>Shown now</source>
      <translation>现在出示</translation>
    </message>
    <message>
      <source>Tell rights and duties</source>
      <translation>告知权利义务</translation>
    </message>
    <message>
      <source>The laptop is {seconds} s ahead of: {source}</source>
      <translation>电脑比参考时间快{seconds}秒：{source}</translation>
    </message>
    <message>
      <source>The laptop is {seconds} s behind: {source}</source>
      <translation>电脑比参考时间慢{seconds}秒：{source}</translation>
    </message>
    <message>
      <source>Told now</source>
      <translation>现在告知</translation>
    </message>
    <message>
      <source>Type the time that it shows, such as 23:19:00, and press Enter then.</source>
      <translation>请输入参考时间，如23:19:00，走到该时刻按回车。</translation>
    </message>
    <message>
      <source>the clock jumped once</source>
      <translation>时钟跳变1次</translation>
    </message>
    <message>
      <source>the clock jumped {count} times</source>
      <translation>时钟跳变{count}次</translation>
    </message>
  </context>
  <context>
    <name>Voucher</name>
    <message>
      <source>Lock, so that {name} changes it  Ctrl+L</source>
      <translation>锁定，由{name}更改口令  Ctrl+L</translation>
    </message>
    <message>
      <source>PIN of the token</source>
      <translation>介质PIN码</translation>
    </message>
    <message>
      <source>PIN of this person's token</source>
      <translation>此人的介质PIN码</translation>
    </message>
    <message>
      <source>Passphrase of this person</source>
      <translation>此人的口令</translation>
    </message>
    <message>
      <source>Person</source>
      <translation>人员</translation>
    </message>
    <message>
      <source>Signs with the token “{token}”: plug it in.</source>
      <translation>用介质“{token}”签名：请先插入。</translation>
    </message>
    <message>
      <source>their own passphrase</source>
      <translation>其本人口令</translation>
    </message>
  </context>
  <context>
    <name>WalkEntries</name>
    <message>
      <source>Bed and name of this person are the list's.</source>
      <translation>此人的床号和姓名以名单为准。</translation>
    </message>
    <message>
      <source>Bed {bed}: by</source>
      <translation>{bed}床核对方式</translation>
    </message>
    <message>
      <source>Bed, a space, the name</source>
      <translation>床号 空格 姓名</translation>
    </message>
    <message>
      <source>Correct</source>
      <translation>更正</translation>
    </message>
    <message>
      <source>Enter saves</source>
      <translation>回车保存</translation>
    </message>
    <message>
      <source>Enter: the next bed · Tab: what is at this one · 01~20: many</source>
      <translation>回车：下一床 · Tab：登记此床 · 01~20：多张</translation>
    </message>
    <message>
      <source>Find</source>
      <translation>查找</translation>
    </message>
    <message>
      <source>Group</source>
      <translation>小组</translation>
    </message>
    <message>
      <source>Note for bed {bed}</source>
      <translation>{bed}床备注</translation>
    </message>
    <message>
      <source>Saved: bed {bed}.</source>
      <translation>已保存：{bed}床。</translation>
    </message>
    <message>
      <source>Say first what is at the bed: press one of the keys of its row.</source>
      <translation>请先记录床位情况：按该行上的任一键。</translation>
    </message>
    <message>
      <source>Unknown person</source>
      <translation>名单外人员</translation>
    </message>
    <message>
      <source>Ward</source>
      <translation>病区</translation>
    </message>
    <message>
      <source>Who else is in bed {bed}?</source>
      <translation>{bed}床还有谁？</translation>
    </message>
    <message>
      <source>as on its door</source>
      <translation>按门牌填写</translation>
    </message>
    <message>
      <source>bed and name; the name may be left out</source>
      <translation>床号和姓名，姓名可不填</translation>
    </message>
    <message>
      <source>bed, a space, the name</source>
      <translation>床号、空格、姓名</translation>
    </message>
    <message>
      <source>name or bed</source>
      <translation>姓名或床号</translation>
    </message>
    <message>
      <source>one letter; empty gives it to nobody</source>
      <translation>一个字母；留空为不分配</translation>
    </message>
    <message>
      <source>the name may be left out</source>
      <translation>姓名可不填</translation>
    </message>
  </context>
  <context>
    <name>WalkPane</name>
    <message>
      <source>On the second pass</source>
      <translation>正在第二遍</translation>
    </message>
    <message>
      <source>Second pass</source>
      <translation>第二遍</translation>
    </message>
    <message>
      <source>hold: names</source>
      <translation>按住看姓名</translation>
    </message>
    <message>
      <source>next bed</source>
      <translation>下一床</translation>
    </message>
    <message>
      <source>{count} to match</source>
      <translation>待配对{count}人</translation>
    </message>
  </context>
  <context>
    <name>WardBarsPage</name>
    <message>
      <source>Back to the wards</source>
      <translation>返回病区</translation>
    </message>
    <message>
      <source>In bed of those who were looked at; leave counts as the region says. Green: everybody was there.</source>
      <translation>在床人数占已查人数的比例，请假按本地规则计。绿色：全部在床。</translation>
    </message>
    <message>
      <source>In-bed rate by ward</source>
      <translation>各病区在床率</translation>
    </message>
    <message>
      <source>No town named</source>
      <translation>未写明乡镇</translation>
    </message>
    <message>
      <source>Nothing to draw yet</source>
      <translation>暂无可绘内容</translation>
    </message>
    <message>
      <source>Other picture</source>
      <translation>切换图表</translation>
    </message>
    <message>
      <source>Persons on the list: {whole}; town as the address names it.</source>
      <translation>名单人数：{whole}；乡镇按住址所写。</translation>
    </message>
    <message>
      <source>Towns of the patients</source>
      <translation>患者所在乡镇</translation>
    </message>
    <message>
      <source>Walk a ward or import the hospital's list: rates and towns then stand here as bars.</source>
      <translation>查房或导入住院名单后，在床率和乡镇分布在此以条形图显示。</translation>
    </message>
    <message>
      <source>Which picture</source>
      <translation>选择图表</translation>
    </message>
    <message>
      <source>Whole house</source>
      <translation>全院</translation>
    </message>
  </context>
  <context>
    <name>WardColumn</name>
    <message>
      <source>Wards</source>
      <translation>病区</translation>
    </message>
  </context>
  <context>
    <name>WardList</name>
    <message>
      <source>Wards</source>
      <translation>病区</translation>
    </message>
  </context>
  <context>
    <name>WardTakers</name>
    <message>
      <source>&amp;Letter of a group</source>
      <translation>小组字母(&amp;L)</translation>
    </message>
    <message>
      <source>&amp;Open to everybody</source>
      <translation>不指定(&amp;O)</translation>
    </message>
  </context>
  <context>
    <name>WardsPage</name>
    <message>
      <source>&amp;Identified by</source>
      <translation>核对方式(&amp;I)</translation>
    </message>
    <message>
      <source>&amp;Match with the list</source>
      <translation>与名单核对(&amp;M)</translation>
    </message>
    <message>
      <source>&amp;Note</source>
      <translation>备注(&amp;N)</translation>
    </message>
    <message>
      <source>&amp;Photograph</source>
      <translation>拍照(&amp;P)</translation>
    </message>
    <message>
      <source>&amp;Unknown person</source>
      <translation>名单外人员(&amp;U)</translation>
    </message>
    <message>
      <source>Correct bed and name</source>
      <translation>更正床号姓名</translation>
    </message>
    <message>
      <source>Enter the first ward as on its door (W) and begin with bed and name, or import the hospital's list of inpatients (Ctrl+I). The list may also come later.</source>
      <translation>按门牌输入第一个病区（W），从床号和姓名开始；或导入医院的在院名单（Ctrl+I）。名单也可以后补。</translation>
    </message>
    <message>
      <source>Find a name or bed</source>
      <translation>查找姓名或床号</translation>
    </message>
    <message>
      <source>Give the ward to a group</source>
      <translation>分给小组</translation>
    </message>
    <message>
      <source>Import a list</source>
      <translation>导入名单</translation>
    </message>
    <message>
      <source>Look for &amp;suspicions</source>
      <translation>查找疑点(&amp;S)</translation>
    </message>
    <message>
      <source>New &amp;bed</source>
      <translation>新增床位(&amp;B)</translation>
    </message>
    <message>
      <source>New &amp;ward</source>
      <translation>新增病区(&amp;W)</translation>
    </message>
    <message>
      <source>Next ward</source>
      <translation>下一病区</translation>
    </message>
    <message>
      <source>No ward yet</source>
      <translation>还没有病区</translation>
    </message>
    <message>
      <source>Only mine</source>
      <translation>只看我的</translation>
    </message>
    <message>
      <source>Print ward sheet</source>
      <translation>打印核查表</translation>
    </message>
    <message>
      <source>Second pass</source>
      <translation>第二遍</translation>
    </message>
    <message>
      <source>Shares this bed</source>
      <translation>共用此床</translation>
    </message>
    <message>
      <source>Type a sheet back</source>
      <translation>录入核查表</translation>
    </message>
    <message>
      <source>Undo</source>
      <translation>撤销</translation>
    </message>
    <message>
      <source>Walk this ward earlier</source>
      <translation>此病区提前</translation>
    </message>
    <message>
      <source>Walk this ward later</source>
      <translation>此病区推后</translation>
    </message>
    <message>
      <source>Ward before</source>
      <translation>上一病区</translation>
    </message>
    <message>
      <source>Ward sheet</source>
      <translation>病区核查表</translation>
    </message>
    <message>
      <source>Wards as bars</source>
      <translation>病区条形图</translation>
    </message>
    <message>
      <source>Who &amp;goes here</source>
      <translation>由谁核查(&amp;G)</translation>
    </message>
  </context>
  <context>
    <name>Waterfall</name>
    <message>
      <source>The sum as a picture</source>
      <translation>算式图示</translation>
    </message>
  </context>
  <context>
    <name>WindowMenu</name>
    <message>
      <source>Menu</source>
      <translation>菜单</translation>
    </message>
  </context>
  <context>
    <name>Withdrawal</name>
    <message>
      <source>Enter why this finding is withdrawn.</source>
      <translation>请填写撤销理由。</translation>
    </message>
    <message>
      <source>Reason for withdrawing this finding</source>
      <translation>撤销此问题的理由</translation>
    </message>
    <message>
      <source>Reason for withdrawing, such as: does not hold after checking</source>
      <translation>撤销理由，如：经核实不成立</translation>
    </message>
    <message>
      <source>Withdraw this finding</source>
      <translation>撤销此问题</translation>
    </message>
    <message>
      <source>Withdraw this finding: it leaves the notice and stays in the history</source>
      <translation>撤销此问题：不再列入通知书，记录保留</translation>
    </message>
  </context>
  <context>
    <name>Withdrawing</name>
    <message>
      <source>Why it is withdrawn</source>
      <translation>撤回原因</translation>
    </message>
    <message>
      <source>Withdraw</source>
      <translation>撤回</translation>
    </message>
    <message>
      <source>Withdraw this document: it stays in the file with its reason</source>
      <translation>撤回本文书：文书及原因留存在案</translation>
    </message>
  </context>
  <context>
    <name>WithdrawnPaperPage</name>
    <message>
      <source>It was withdrawn before it was finished, so there is no paper of it.</source>
      <translation>该文书在完成前已撤回，没有成文。</translation>
    </message>
    <message>
      <source>Withdrawn: {reason}</source>
      <translation>已撤回：{reason}</translation>
    </message>
  </context>
  <context>
    <name>WorkStrip</name>
    <message>
      <source>Stop</source>
      <translation>停止</translation>
    </message>
  </context>
  <context>
    <name>WorkspaceSalvagePage</name>
    <message>
      <source>Back</source>
      <translation>返回</translation>
    </message>
    <message>
      <source>Cancel</source>
      <translation>取消</translation>
    </message>
    <message>
      <source>Every inspection is a file of its own and is not concerned, nor are the keys: your passphrases, the recovery key and the bureau's key stay as they are. The damaged file is kept.</source>
      <translation>每项检查是单独的文件，不受影响；密钥也不受影响：各人口令、恢复密钥和单位密钥照旧有效。损坏的文件会保留。</translation>
    </message>
    <message>
      <source>Go on working</source>
      <translation>继续工作</translation>
    </message>
    <message>
      <source>If you know where the file went, close the program and put it back. With a safety copy, close the program, give the data folder another name, start again and go on from the copy. With neither, make the file anew: people are named as their passphrases are, the list is made from the inspections; roles, certificate numbers, number blocks and known laptops are entered again.</source>
      <translation>如知道该文件去向，请关闭程序并将其放回原处。如有安全备份，请关闭程序，将数据文件夹改名，重新启动后从备份继续。两者都没有时，可重建该文件：人员按口令所载姓名恢复，检查列表由各次检查重新生成；角色、执法证号、文号段和已登记的电脑须重新录入。</translation>
    </message>
    <message>
      <source>Keep this list as a text…</source>
      <translation>将此清单另存为文本…</translation>
    </message>
    <message>
      <source>Make the file anew</source>
      <translation>重建该文件</translation>
    </message>
    <message>
      <source>Reading the file…</source>
      <translation>正在读取文件…</translation>
    </message>
    <message>
      <source>Salvage of the workspace</source>
      <translation>工作区抢救清单</translation>
    </message>
    <message>
      <source>Salvage the file: people, numbers and known laptops are copied into a new file as far as they prove themselves, the list is made anew from the inspections, and you get a list of what was lost. If nothing can be read, close the program, give the data folder another name, start again and go on from a safety copy; do not delete the old folder.</source>
      <translation>抢救该文件：人员、文号和已认识的电脑，凡能自证完整的都复制到新文件，检查清单由各检查文件重建，并列出丢失了什么。如果什么都读不出，请关闭程序，将数据文件夹改名，重新启动后从安全副本继续；原文件夹不要删除。</translation>
    </message>
    <message>
      <source>Salvage what can be read</source>
      <translation>抢救可读取的内容</translation>
    </message>
    <message>
      <source>Salvaging the workspace</source>
      <translation>正在抢救工作区</translation>
    </message>
    <message>
      <source>So that no number stands on two documents: blocks that end at the last number known here: {blocks}; numbers between, void until compared with the bureau's register: {numbers}. Enter the rest of the numbers as new blocks after that.</source>
      <translation>为避免一号两用，{blocks}段文号截止到此处已知的最后一号，其间{numbers}个文号作废，待与局内登记簿核对。核对后将余下文号作为新的号段录入。</translation>
    </message>
    <message>
      <source>The entries of these people are lost; they unlock as before. Enter their certificate number and role again: {names}.</source>
      <translation>以下人员的登记已丢失，口令照旧可用。请重新录入其执法证号和角色：{names}。</translation>
    </message>
    <message>
      <source>The workspace was salvaged</source>
      <translation>工作区已抢救</translation>
    </message>
    <message>
      <source>The workspace's file is damaged</source>
      <translation>工作区文件已损坏</translation>
    </message>
    <message>
      <source>The workspace's file is gone</source>
      <translation>工作区文件不见了</translation>
    </message>
    <message>
      <source>What happened</source>
      <translation>发生了什么</translation>
    </message>
    <message>
      <source>What is safe</source>
      <translation>哪些不受影响</translation>
    </message>
    <message>
      <source>What to do</source>
      <translation>怎么办</translation>
    </message>
    <message>
      <source>… and {count} more; keep the list as a text to see all of them.</source>
      <translation>……另有{count}条；另存为文本可查看全部。</translation>
    </message>
  </context>
  <context>
    <name>_Row</name>
    <message>
      <source>Cancel</source>
      <translation>取消</translation>
    </message>
    <message>
      <source>Stopping: {title}</source>
      <translation>正在停止：{title}</translation>
    </message>
  </context>
</TS>
