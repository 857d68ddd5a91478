namespace WeChat.MiniProgram.Auth;

/// <summary>An order that a user has paid, by either of the ways that WeChat Pay names one.</summary>
/// <remarks>Source: https://developers.weixin.qq.com/miniprogram/dev/OpenApiDoc/user-info/basic-info/getPaidUnionid.html</remarks>
public sealed class PaidOrder
{
    private PaidOrder(params (string Name, string Value)[] query) => Query = query;

    internal (string Name, string Value)[] Query { get; }

    /// <summary>An order by WeChat Pay's own number.</summary>
    /// <param name="transactionId">The transaction_id.</param>
    /// <returns>The order.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="transactionId"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException"><paramref name="transactionId"/> is empty.</exception>
    public static PaidOrder ByTransaction(string transactionId)
    {
        Guard.NotNullOrEmpty(transactionId);
        return new(("transaction_id", transactionId));
    }

    /// <summary>An order by the merchant's number.</summary>
    /// <param name="mchId">The merchant's mch_id at WeChat Pay.</param>
    /// <param name="outTradeNo">The merchant's out_trade_no.</param>
    /// <returns>The order.</returns>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">An argument is empty.</exception>
    public static PaidOrder ByMerchant(string mchId, string outTradeNo)
    {
        Guard.NotNullOrEmpty(mchId);
        Guard.NotNullOrEmpty(outTradeNo);
        return new(("mch_id", mchId), ("out_trade_no", outTradeNo));
    }
}
