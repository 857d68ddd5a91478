namespace WeChat.MiniProgram.Auth.Benchmarks;

/// <summary>The bytes that stay on the heap.</summary>
internal static class Footprint
{
    /// <summary>Bytes an item, of items that only what <paramref name="fill"/> returns holds on to.</summary>
    public static double PerItem(int items, Func<object> fill)
    {
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var holder = fill();
        var after = GC.GetTotalMemory(forceFullCollection: true);
        GC.KeepAlive(holder);
        return (after - before) / (double)items;
    }

    /// <summary>Bytes an item, without the place of its reference.</summary>
    public static double Of<T>(int items, Func<int, T> create)
        where T : class =>
        PerItem(items, () => Enumerable.Range(0, items).Select(create).ToArray()) - IntPtr.Size;
}
