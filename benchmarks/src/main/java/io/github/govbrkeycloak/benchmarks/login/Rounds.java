package io.github.govbrkeycloak.benchmarks.login;

import io.github.govbrkeycloak.benchmarks.login.Statistics.Estimate;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleBinaryOperator;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/**
 * Several things measured in turn, round after round: what the machine does meanwhile hits all of
 * them alike, and each is compared with another of the same round only.
 *
 * @param all a block for each thing, in the order in which the things were given, for each round
 */
record Rounds(List<List<Block>> all) {

  /** One of the things that are measured. */
  @FunctionalInterface
  interface Measured {
    Block measure() throws IOException, InterruptedException;
  }

  /** Measures; each round begins with another of them. */
  static Rounds run(int rounds, List<Measured> things) throws IOException, InterruptedException {
    List<List<Block>> all = new ArrayList<>();
    for (int round = 0; round < rounds; round++) {
      Block[] blocks = new Block[things.size()];
      for (int i = 0; i < things.size(); i++) {
        int turn = (round + i) % things.size();
        blocks[turn] = things.get(turn).measure();
      }
      all.add(List.of(blocks));
    }
    return new Rounds(all);
  }

  /** One figure of one thing in all rounds. */
  Estimate of(int thing, ToDoubleFunction<Block> figure) {
    return Statistics.estimate(figures(thing, figure).toList());
  }

  /** By how much a thing exceeds another, as a factor. */
  Estimate ratio(int thing, int toOther, ToDoubleFunction<Block> figure) {
    return compared(thing, toOther, figure, (one, other) -> one / other);
  }

  /** By how much a thing exceeds another, in the figure's unit. */
  Estimate difference(int thing, int fromOther, ToDoubleFunction<Block> figure) {
    return compared(thing, fromOther, figure, (one, other) -> one - other);
  }

  private Estimate compared(
      int thing, int other, ToDoubleFunction<Block> figure, DoubleBinaryOperator comparison) {
    return Statistics.estimate(
        all.stream()
            .map(
                round ->
                    comparison.applyAsDouble(
                        figure.applyAsDouble(round.get(thing)),
                        figure.applyAsDouble(round.get(other))))
            .toList());
  }

  private Stream<Double> figures(int thing, ToDoubleFunction<Block> figure) {
    return all.stream().map(round -> figure.applyAsDouble(round.get(thing)));
  }
}
