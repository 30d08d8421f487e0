package org.tonmeister.neural.network;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.nn.Parameter;
import ai.djl.training.ParameterStore;

/**
 * Hands out weights as if they belonged to a scope. In DJL the result of an operation belongs to the manager of its first
 * operand; where that is a weight, as in DJL's own transformer blocks, it would live as long as the weights, which is for
 * ever. The arrays handed out share their memory with the weights, and gradients find their way back.
 */
final class ScopedStore extends ParameterStore {
    private final ParameterStore store;
    private final NDManager scope;

    ScopedStore(ParameterStore store, NDManager scope) {
        super(scope, false);
        this.store = store;
        this.scope = scope;
    }

    @Override
    public NDArray getValue(Parameter parameter, Device device, boolean training) {
        NDArray weight = store.getValue(parameter, device, training);
        if (weight == null) {
            return null;
        }
        NDArray alias = weight.reshape(weight.getShape());
        alias.attach(scope);
        return alias;
    }
}
