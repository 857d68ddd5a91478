using System.Diagnostics;

namespace WeChat.MiniProgram.Auth.Benchmarks;

/// <summary>
/// Nanoseconds a read of a random user, in rounds that take turns and are shorter than a time slice, so that a busy machine disturbs few
/// of them and all contenders alike.
/// </summary>
internal static class ReadSpeed
{
    private const int Rounds = 901;
    private const int ReadsInRound = 2_000;

    public static double[] Medians(IReadOnlyList<Contender> contenders, int users)
    {
        var owners = new SessionKeyOwner[ReadsInRound];
        var rounds = contenders.Select(_ => new double[Rounds]).ToArray();
        for (var round = 0; round < Rounds; round++)
        {
            for (var i = 0; i < ReadsInRound; i++)
                owners[i] = ScaleUser.Owner(Random.Shared.Next(users));

            for (var turn = 0; turn < contenders.Count; turn++)
            {
                var contender = (round + turn) % contenders.Count;
                rounds[contender][round] = NanosecondsEach(contenders[contender], owners);
            }
        }

        return [.. rounds.Select(Median.Of)];
    }

    private static double NanosecondsEach(Contender contender, SessionKeyOwner[] owners)
    {
        var start = Stopwatch.GetTimestamp();
        foreach (var owner in owners)
        {
            if (!contender.Read(owner))
                throw new InvalidOperationException($"{contender.Name} has lost a user.");
        }

        return Stopwatch.GetElapsedTime(start).TotalNanoseconds / owners.Length;
    }
}
