using System.Threading.RateLimiting;
using LoginApi;
using LoginApi.Development;

var builder = WebApplication.CreateBuilder(args);
builder.WebHost.ConfigureKestrel(kestrel => kestrel.Limits.MaxRequestBodySize = 64 * 1024);

var miniProgram = builder.Services.AddWeChatMiniProgram(); // section "WeChatMiniProgram": AppId, AppSecret
var playsWeChat = builder.HasNoWeChat();
if (playsWeChat)
    builder.AddSandboxInside(miniProgram);

builder.AddState(miniProgram);
builder.Services.AddAuthentication().AddBearerToken(); // opaque, sealed by Data Protection: for an hour, and 14 days to refresh
builder.Services.AddProblemDetails(problems => problems.CustomizeProblemDetails = ProblemDetailsExceptionHandler.AddCode);
builder.Services.AddAuthorization().AddExceptionHandler<ProblemDetailsExceptionHandler>().AddValidation().AddOpenApi();
builder.Services.AddRateLimiter(limiter =>
{
    var requests = builder.Configuration.GetValue("RequestsPerMinute", defaultValue: 300);
    var ofOne = new FixedWindowRateLimiterOptions { PermitLimit = requests, Window = TimeSpan.FromMinutes(1) };
    limiter.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
    limiter.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(context => RateLimitPartition.GetFixedWindowLimiter(
        context.User.FindFirstValue("openid") ?? $"{context.Connection.RemoteIpAddress}", _ => ofOne));
});

var telemetry = builder.Services.AddOpenTelemetry()
    .WithTracing(spans => spans.AddAspNetCoreInstrumentation().AddSource(WeChatMiniProgramDiagnostics.ActivitySourceName))
    .WithMetrics(metrics => metrics.AddAspNetCoreInstrumentation().AddMeter(WeChatMiniProgramDiagnostics.MeterName));
if (builder.Configuration["OTEL_EXPORTER_OTLP_ENDPOINT"] is not null)
    telemetry.UseOtlpExporter();

var app = builder.Build();
if (playsWeChat)
    app.UseSandboxInside();

app.UseExceptionHandler(new ExceptionHandlerOptions { SuppressDiagnosticsCallback = told => told.HttpContext.Response.StatusCode < 500 });
app.UseStatusCodePages();
app.UseAuthentication();
app.UseRateLimiter(); // after the user is known
app.UseAuthorization();

var api = app.MapGroup("").ProducesProblem(400).ProducesProblem(401).ProducesProblem(403).ProducesProblem(429).ProducesProblem(503);
api.MapLogin();
api.MapProfile();
api.MapAvatars();
if (app.Environment.IsDevelopment())
    app.MapOpenApi();

app.MapHealthChecks("/health").DisableRateLimiting(); // ready: Redis answers, too
app.MapHealthChecks("/alive", new() { Predicate = _ => false }).DisableRateLimiting(); // a restart would not mend Redis
app.Run();
