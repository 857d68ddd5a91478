using System.Collections.Concurrent;
using WeChatSandbox.Apps;
using WeChatSandbox.Wire;

namespace WeChatSandbox.Users;

internal sealed class Payments(TimeProvider timeProvider)
{
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(5);

    private readonly ConcurrentQueue<Payment> payments = new();

    public void Add(SandboxApp app, SandboxUser user, string transactionId, string? mchId, string? outTradeNo)
    {
        ArgumentException.ThrowIfNullOrEmpty(transactionId);
        if (mchId is null != outTradeNo is null)
            throw new ArgumentException("A merchant's order has both its mch_id and its out_trade_no.");

        payments.Enqueue(new(app, user, transactionId, mchId, outTradeNo, timeProvider.GetUtcNow()));
    }

    /// <summary>The query names an order in one of the two ways.</summary>
    public static bool IsOrder(WireQuery query) =>
        query["transaction_id"] is not null || (query["mch_id"] is not null && query["out_trade_no"] is not null);

    /// <summary>The user has paid the query's order, less than 5 minutes ago.</summary>
    public bool IsPaid(SandboxApp app, SandboxUser user, WireQuery query) => payments.Any(payment =>
        payment.App == app && payment.User == user && timeProvider.GetUtcNow() - payment.Time < Window && IsOf(payment, query));

    private static bool IsOf(Payment payment, WireQuery query) => query["transaction_id"] is { } transactionId
        ? payment.TransactionId == transactionId
        : payment.MchId == query["mch_id"] && payment.OutTradeNo == query["out_trade_no"];
}
