using System.Text.Json;

namespace WeChat.MiniProgram.Auth.Tests;

/// <summary>The records as they are printed, and as a host sends them on.</summary>
public sealed class UserDataRecordTests
{
    private const string Secret = "personal";

    private static IEnumerable<UserData> Records =>
    [
        new UserInfo
        {
            OpenId = Secret, UnionId = Secret, NickName = Secret, AvatarUrl = Secret,
            Language = Secret, Country = Secret, Province = Secret, City = Secret,
        },
        new UserPhoneNumber { OpenId = Secret, PhoneNumber = Secret, PurePhoneNumber = Secret, CountryCode = Secret },
        new WeRunData { OpenId = Secret, StepInfoList = [new() { Step = 31_415 }] },
        new ShareInfo { OpenId = Secret, OpenGId = Secret },
        new GroupEnterInfo { OpenId = Secret, OpenGId = Secret, OpenSingleRoomId = Secret, GroupOpenId = Secret },
        new HostMembership { OpenId = Secret, MemberNo = Secret, Level = 31_415 },
    ];

    [TestCaseSource(nameof(Records))]
    public void ToString_AnyRecord_TellsTheTypeAndTheWatermarkOnly(UserData record)
    {
        var marked = record with { Watermark = new() { AppId = TestApp.AppId, Timestamp = DateTimeOffset.UnixEpoch } };

        Assert.That(marked.ToString(), Is.EqualTo($"{record.GetType().Name} {{ Watermark = {marked.Watermark} }}"));
        Assert.That(marked.ToString(), Does.Contain(TestApp.AppId).And.Not.Contain(Secret).And.Not.Contain("31415"));
    }

    [Test]
    public void ToString_Step_TellsNoSteps() => Assert.That(
        new WeRunStep { Step = 31_415, Timestamp = DateTimeOffset.UnixEpoch }.ToString(), Is.EqualTo("WeRunStep"));

    [Test]
    public void Serialize_UserInfo_UsesTheNamesOfWeChat()
    {
        var json = Vectors.Official.Plaintext;
        var profile = JsonSerializer.Deserialize<UserInfo>(json);

        Assert.That(MembersOf(JsonSerializer.Serialize(profile)), Is.EquivalentTo(MembersOf(json)));
        Assert.That(MembersOf(JsonSerializer.Serialize(profile, HostWebJsonContext.Default.UserInfo)), Is.EquivalentTo(MembersOf(json)));
    }

    [Test]
    public void Serialize_UserPhoneNumber_UsesTheNamesOfWeChat()
    {
        var json = Plaintext.Phone();
        var phone = JsonSerializer.Deserialize<UserPhoneNumber>(json);

        Assert.That(MembersOf(JsonSerializer.Serialize(phone)), Is.EquivalentTo(MembersOf(json)));
        Assert.That(
            MembersOf(JsonSerializer.Serialize(phone, HostWebJsonContext.Default.UserPhoneNumber)), Is.EquivalentTo(MembersOf(json)));
    }

    [TestCase("""{"stepInfoList":[{"timestamp":1445866601,"step":100}],"watermark":{"appid":"wx","timestamp":1}}""", typeof(WeRunData))]
    [TestCase("""{"openGId":"G","watermark":{"appid":"wx","timestamp":1}}""", typeof(ShareInfo))]
    [TestCase(
        """{"opengid":"G","open_single_roomid":"S","group_openid":"O","chat_type":3,"watermark":{"appid":"wx","timestamp":1}}""",
        typeof(GroupEnterInfo))]
    public void Serialize_OtherRecords_UseTheNamesOfWeChat(string json, Type type) => Assert.That(
        MembersOf(JsonSerializer.Serialize(JsonSerializer.Deserialize(json, type), type)), Is.EquivalentTo(MembersOf(json)));

    [Test]
    public void StepInfoList_NeverSet_IsEmptyAndNotNull() => Assert.That(new WeRunData().StepInfoList, Is.Empty);

    private static IEnumerable<string> MembersOf(string json)
    {
        using var document = JsonDocument.Parse(json);
        return [.. document.RootElement.EnumerateObject().SelectMany(member => member.Value.ValueKind == JsonValueKind.Object
            ? member.Value.EnumerateObject().Select(inner => $"{member.Name}.{inner.Name}={inner.Value}")
            : [$"{member.Name}={member.Value}"])];
    }
}
