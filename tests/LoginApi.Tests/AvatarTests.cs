using System.Net;

namespace LoginApi.Tests;

internal sealed class AvatarTests : LoginApiFixture
{
    private static readonly byte[] Png = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 1, 2, 3];
    private static readonly byte[] Jpeg = [0xFF, 0xD8, 0xFF, 0xE0, 1, 2, 3];

    [SetUp]
    public Task LogInAsync() => User.LoginAsync();

    [Test]
    public async Task Post_Picture_IsServedBackAsItIs([Values("image/png", "image/jpeg")] string type)
    {
        var picture = type == "image/png" ? Png : Jpeg;

        var profile = await User.UploadAsync(picture, "a.html", "text/html");

        var url = profile.Text("avatarUrl")!;
        Assert.That((await User.GetAsync("/me")).Text("avatarUrl"), Is.EqualTo(url));
        Assert.That(url, Does.StartWith("/avatars/").And.Not.Contain(User.OpenId));
        using var http = new HttpClient { BaseAddress = Host.Address };
        using var served = await http.GetAsync(new Uri(url, UriKind.Relative));
        Assert.That(await served.Content.ReadAsByteArrayAsync(), Is.EqualTo(picture));
        Assert.That(served.Content.Headers.ContentType?.MediaType, Is.EqualTo(type));
        Assert.That(served.Headers.GetValues("X-Content-Type-Options").Single(), Is.EqualTo("nosniff"));
        Assert.That(served.Headers.CacheControl?.MaxAge, Is.GreaterThan(TimeSpan.FromDays(1)));
    }

    [Test]
    public async Task Post_AnotherPicture_TakesThePlaceOfTheFirstUnderANewAddress()
    {
        var first = (await User.UploadAsync(Png)).Text("avatarUrl")!;

        var second = (await User.UploadAsync(Jpeg)).Text("avatarUrl")!;

        Assert.That(second, Is.Not.EqualTo(first));
        Assert.That((await User.GetAsync(first)).ContentType, Is.EqualTo("image/jpeg"), "the first is gone");
    }

    [Test]
    public async Task Post_PicturesOfTwoUsers_AreTwo()
    {
        var other = PhoneOf("oXiaohong000000000000000000");
        await other.LoginAsync();

        var (one, two) = ((await User.UploadAsync(Png)).Text("avatarUrl")!, (await other.UploadAsync(Jpeg)).Text("avatarUrl")!);

        Assert.That((await User.GetAsync(one)).ContentType, Is.EqualTo("image/png"));
        Assert.That((await User.GetAsync(two)).ContentType, Is.EqualTo("image/jpeg"));
    }

    [Test]
    public async Task Post_NoPicture_IsBadUserData()
    {
        AssertProblem(await User.UploadAsync("<svg onload='alert(1)'/>"u8.ToArray()), HttpStatusCode.BadRequest, "bad_user_data");
        AssertProblem(await User.UploadAsync([]), HttpStatusCode.BadRequest, "bad_user_data");
        Assert.That((await User.GetAsync("/me")).Text("avatarUrl"), Is.Empty);
    }

    [Test]
    public async Task Post_BigPicture_IsAccepted() =>
        Assert.That((await User.UploadAsync([.. Png, .. new byte[500_000]])).Status, Is.EqualTo(HttpStatusCode.OK));

    [Test]
    public async Task Post_TooBigPicture_IsRefused() =>
        AssertProblem(await User.UploadAsync([.. Png, .. new byte[600_000]]), HttpStatusCode.RequestEntityTooLarge, "too_large");

    [Test]
    public async Task Post_NoForm_IsRefused() =>
        AssertProblem(await User.PostAsync("/me/avatar", new { file = "x" }), HttpStatusCode.UnsupportedMediaType, "refused");

    [TestCase("/avatars/0")]
    [TestCase("/avatars/profile%2F0")]
    [TestCase("/avatars/")]
    public async Task Get_UnknownPicture_IsNotFound(string path) => AssertProblem(await User.GetAsync(path), HttpStatusCode.NotFound, "not_found");
}
